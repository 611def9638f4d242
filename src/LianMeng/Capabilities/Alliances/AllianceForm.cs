using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.Alliances;

/// <summary>The fields of an alliance as a form or an API call states them, and their check.</summary>
public class AllianceForm
{
    [Display(Name = "类型"), Required]
    public AllianceKind? Kind { get; set; }

    [Display(Name = "名称"), Required, StringLength(Alliance.NameLimit, MinimumLength = 2)]
    public string? Name { get; set; }

    /// <summary>Titles or keys, separated by 、 or ；.</summary>
    [Display(Name = "产业链"), StringLength(200)]
    public string? Chains { get; set; }

    [Display(Name = "行政区划"), StringLength(40)]
    public string? Region { get; set; }

    [Display(Name = "宗旨"), StringLength(Alliance.AimLimit)]
    public string? Aim { get; set; }

    internal (AllianceDetails? Details, Dictionary<string, string[]> Errors) Check(ChainBackbones backbones)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var keys = new List<string>();
        foreach (var text in ImportText.Split(Chains ?? ""))
        {
            var chain = backbones.Find(text) ?? backbones.All.FirstOrDefault(c => c.Title == text || c.Title.StartsWith(text, StringComparison.Ordinal));
            if (chain is null) errors["chains"] = [$"没有“{ImportText.Shorten(text, 20)}”这条产业链；可填：{string.Join("、", backbones.All.Select(c => c.Title))}。"];
            else if (!keys.Contains(chain.Key)) keys.Add(chain.Key);
        }

        string? region = null;
        if (Region is { } place)
        {
            if (Engine.Standards.Region.TryRead(place, out var found, out var problem)) region = found.Current.Code;
            else errors["region"] = [problem];
        }

        return errors.Count > 0 ? (null, errors) : (new(Kind!.Value, Name!, keys, region, Aim), errors);
    }
}

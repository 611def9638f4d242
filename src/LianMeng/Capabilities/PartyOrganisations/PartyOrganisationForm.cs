using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.PartyOrganisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.PartyOrganisations;

/// <summary>The fields of a Party organisation as a form or an API call states them, and their check.</summary>
public class PartyOrganisationForm
{
    [Display(Name = "名称"), Required, StringLength(PartyOrganisation.NameLimit, MinimumLength = 2)]
    public string? Name { get; set; }

    [Display(Name = "类型"), Required]
    public PartyOrganisationType? Type { get; set; }

    [Display(Name = "功能型党组织")]
    public bool IsFunctional { get; set; }

    [Display(Name = "上级党组织")]
    public Guid? SuperiorId { get; set; }

    [Display(Name = "正式党员（人）"), Range(0, PartyOrganisation.MostMembers)]
    public int? FullMembers { get; set; }

    [Display(Name = "预备党员（人）"), Range(0, PartyOrganisation.MostMembers)]
    public int? ProbationaryMembers { get; set; }

    /// <summary>One a line: full name or unified social credit code.</summary>
    [Display(Name = "覆盖单位"), StringLength(20_000)]
    public string? Covers { get; set; }

    /// <summary>The details, or what is wrong with which field.</summary>
    /// <param name="id">the organisation itself, when it exists: it cannot be its own superior</param>
    internal async Task<(PartyOrganisationDetails? Details, Dictionary<string, string[]> Errors)> CheckAsync(AppDb db, FirmDirectory firms, Guid districtId, Guid? id, CancellationToken cancellation)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var superior = await SuperiorAsync(db, districtId, id, errors, cancellation);
        if (IsFunctional && (FullMembers > 0 || ProbationaryMembers > 0)) errors["fullMembers"] = ["功能型党组织不发展党员、不转接组织关系，请把党员数留空。"];

        var texts = (Covers ?? "").Split(['\n', '；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        var covered = new Dictionary<Guid, string>();
        if (texts.Count > PartyOrganisation.MostCovered) errors["covers"] = [$"一个党组织最多填 {PartyOrganisation.MostCovered} 家单位，这里有 {texts.Count} 家。"];
        else
        {
            var named = await firms.NamedAsync(districtId, texts, cancellation);
            var problems = new List<string>();
            foreach (var text in texts)
            {
                if (CoverageText.Find(text, named, out var problem) is { } firm) covered[firm.Id] = firm.Name;
                else problems.Add(problem);
            }

            if (problems.Count > 0) errors["covers"] = [.. problems];
        }

        return errors.Count > 0 ? (null, errors)
            : (new(Name!, Type!.Value, IsFunctional, superior?.Id, superior?.Name, FullMembers, ProbationaryMembers, [.. covered.Select(c => new PartyOrganisationDetails.Covered(c.Key, c.Value))]), errors);
    }

    private async Task<PartyOrganisation?> SuperiorAsync(AppDb db, Guid districtId, Guid? id, Dictionary<string, string[]> errors, CancellationToken cancellation)
    {
        if (SuperiorId is not { } wanted) return null;
        var all = await db.Set<PartyOrganisation>().AsNoTracking().Where(p => p.DistrictId == districtId).ToDictionaryAsync(p => p.Id, cancellation);
        if (!all.TryGetValue(wanted, out var superior))
        {
            errors["superiorId"] = ["没有这个上级党组织，请重新选择。"];
            return null;
        }

        var seen = new HashSet<Guid>();
        for (var at = superior; at is not null && seen.Add(at.Id); at = at.SuperiorId is { } up ? all.GetValueOrDefault(up) : null)
        {
            if (at.Id != id) continue;
            errors["superiorId"] = ["上级不能是本组织或它的下级。"];
            return null;
        }

        return superior;
    }
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Text;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases;

/// <summary>Adds a link to the draft; one of the same meaning between the same two is replaced.</summary>
public sealed class SaveLink(UseCaseContext context) : DraftCommand<SaveLink.Input>(context)
{
    public sealed class Input : DraftInput
    {
        /// <summary>Name or key.</summary>
        [Display(Name = "起点产品"), Required, StringLength(AtlasNode.NameLimit)]
        public string? From { get; set; }

        [Display(Name = "关系"), Required]
        public NodeMeaning? Meaning { get; set; }

        /// <summary>Name or key.</summary>
        [Display(Name = "终点产品"), Required, StringLength(AtlasNode.NameLimit)]
        public string? To { get; set; }

        [Display(Name = "单耗"), Range(typeof(decimal), "0", "1000000", ParseLimitsInInvariantCulture = true)]
        public decimal? Coefficient { get; set; }

        [Display(Name = "单耗单位"), StringLength(2 * AtlasNode.UnitLimit), RegularExpression("[^/]+/[^/]+", ErrorMessage = "单耗单位写成“起点的单位/终点的单位”，例如 t/t 或 kWh/t。")]
        public string? CoefficientUnit { get; set; }

        /// <summary>0 to 100.</summary>
        [Display(Name = "占比（%）"), Range(typeof(decimal), "0", "100", ParseLimitsInInvariantCulture = true)]
        public decimal? SharePercent { get; set; }

        [Display(Name = "来源（名称、年份）"), StringLength(AtlasNode.SourceLimit)]
        public string? Source { get; set; }

        [Display(Name = "截至")]
        public DateOnly? AsOf { get; set; }
    }

    protected override (AtlasContent? Content, string What, string? Field) Change(Input input, AtlasContent content)
    {
        if (Find(input.From!, content) is not { } from) return (null, $"草稿里没有产品“{input.From}”，请先添加。", "from");
        if (Find(input.To!, content) is not { } to) return (null, $"草稿里没有产品“{input.To}”，请先添加。", "to");
        if (input.Coefficient is not null && input.CoefficientUnit is null) return (null, "写了单耗就要写单耗单位，例如 t/t。", "coefficientUnit");
        if ((input.Coefficient ?? input.SharePercent) is not null && input.Source is null) return (null, "单耗和占比都要有来源（名称、年份）；不知道出处就先空着。", "source");
        var link = new AtlasLink(from.Key, to.Key, (LinkMeaning)input.Meaning!.Value, input.Coefficient, input.CoefficientUnit, input.SharePercent / 100, input.Source, input.AsOf);
        return (content with { Links = [.. content.Links.Where(l => l.Id != link.Id), link] }, $"关系：{link.Meaning.Say(from.Name, to.Name)}", null);
    }

    internal static AtlasNode? Find(string text, AtlasContent content)
    {
        var said = ShortText.Normalise(text);
        return content.Nodes.FirstOrDefault(n => n.Key == text) ?? content.Nodes.FirstOrDefault(n => ShortText.Normalise(n.Name) == said) ?? content.Nodes.FirstOrDefault(n => n.Aliases.Any(a => ShortText.Normalise(a) == said));
    }
}

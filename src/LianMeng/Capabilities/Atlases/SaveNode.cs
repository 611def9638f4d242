using System.ComponentModel.DataAnnotations;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Imports;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases;

/// <summary>Adds a product to the draft, or changes one.</summary>
public sealed class SaveNode(UseCaseContext context) : DraftCommand<SaveNode.Input>(context)
{
    public sealed class Input : DraftInput
    {
        /// <summary>Of the product that is changed; none adds one.</summary>
        [Display(Name = "代号"), StringLength(AtlasNode.KeyLimit)]
        public string? Key { get; set; }

        [Display(Name = "名称"), Required, StringLength(AtlasNode.NameLimit)]
        public string? Name { get; set; }

        [Display(Name = "别称、牌号"), StringLength(1000)]
        public string? Aliases { get; set; }

        [Display(Name = "类别"), Required]
        public NodeKind? Kind { get; set; }

        /// <summary>Key or title.</summary>
        [Display(Name = "环节"), StringLength(AtlasNode.KeyLimit)]
        public string? Stage { get; set; }

        [Display(Name = "计量单位"), StringLength(AtlasNode.UnitLimit)]
        public string? Unit { get; set; }

        [Display(Name = "税收分类编码"), StringLength(19), RegularExpression("[0-9]{19}", ErrorMessage = "税收分类编码是 19 位数字，例如 1080501010000000000。")]
        public string? TaxCode { get; set; }

        [Display(Name = "参考价（元/单位）"), Range(typeof(decimal), "0", "1000000000", ParseLimitsInInvariantCulture = true)]
        public decimal? ReferencePrice { get; set; }

        [Display(Name = "来源（名称、年份）"), StringLength(AtlasNode.SourceLimit)]
        public string? Source { get; set; }

        [Display(Name = "截至")]
        public DateOnly? AsOf { get; set; }
    }

    protected override (AtlasContent? Content, string What, string? Field) Change(Input input, AtlasContent content)
    {
        var aliases = ImportText.Split(input.Aliases ?? "").Distinct(StringComparer.Ordinal).ToList();
        if (aliases.Count > AtlasNode.MostAliases) return (null, $"别称有 {aliases.Count} 个，最多 {AtlasNode.MostAliases} 个。", "aliases");
        if (aliases.Find(a => a.Length > AtlasNode.NameLimit) is { } longest) return (null, $"别称“{ImportText.Shorten(longest, 20)}”太长，最多 {AtlasNode.NameLimit} 个字。", "aliases");
        var stage = input.Stage is { } text ? content.Stages.FirstOrDefault(s => s.Key == text || s.Title == text) : null;
        if (input.Stage is not null && stage is null) return (null, $"没有环节“{input.Stage}”；可填：{string.Join("、", content.Stages.Select(s => s.Title))}。", "stage");
        var known = input.Key is { } key ? content.Nodes.FirstOrDefault(n => n.Key == key) : null;
        if (input.Key is not null && known is null) return (null, "这个产品已不在草稿中，可能刚刚被删去。", null);

        var node = new AtlasNode
        {
            Key = known?.Key ?? NewKey(input.Name!, content), Name = input.Name!, Aliases = aliases, Kind = (ProductKind)input.Kind!.Value, Stage = stage?.Key, Unit = input.Unit, TaxCode = input.TaxCode,
            ReferencePrice = input.ReferencePrice, Source = input.Source, AsOf = input.AsOf,
        };
        return known is null
            ? (content with { Nodes = [.. content.Nodes, node] }, $"新增产品 {node.Name}", null)
            : (content with { Nodes = [.. content.Nodes.Select(n => n.Key == node.Key ? node : n)] }, $"修改产品 {node.Name}", null);
    }

    /// <summary>The name, while no other product has it for a key.</summary>
    private static string NewKey(string name, AtlasContent content)
    {
        var taken = content.Nodes.Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
        var key = name;
        for (var number = 2; taken.Contains(key); number++) key = $"{name[..Math.Min(name.Length, AtlasNode.KeyLimit - 6)]}-{number}";
        return key;
    }
}

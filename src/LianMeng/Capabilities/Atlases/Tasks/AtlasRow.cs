using LianMeng.Shared.UseCases;
using static LianMeng.Capabilities.Atlases.Tasks.AtlasTaskAction;

namespace LianMeng.Capabilities.Atlases.Tasks;

/// <summary>
/// Names a row of an analysis by what it is about, the same in every issue and on every day: <c>gap:alumina</c>, <c>sub:{buyer}:{maker}:alumina</c>. A task hangs on it.
/// </summary>
public sealed class AtlasRow
{
    public const int KeyLimit = 200;

    private static readonly Dictionary<string, Form> Forms = new(StringComparer.Ordinal)
    {
        ["health"] = new(AtlasAnalysisKind.Health, 0, true, [Ask, InvestmentLead, Difficulty], (_, product) => $"“{product}”的健康度"),
        ["gap"] = new(AtlasAnalysisKind.Gap, 0, true, [InvestmentLead, Introduce, Difficulty], (_, product) => $"缺口“{product}”"),
        ["next"] = new(AtlasAnalysisKind.Gap, 0, true, [InvestmentLead, Difficulty], (_, product) => $"二级缺口“{product}”"),
        ["strong"] = new(AtlasAnalysisKind.Gap, 0, true, [Introduce, InvestmentLead], (_, product) => $"长板“{product}”"),
        ["sub"] = new(AtlasAnalysisKind.Substitution, 2, true, [Introduce, Difficulty], (firms, product) => $"{firms[0]}采购本地{firms[1]}的“{product}”"),
        ["use"] = new(AtlasAnalysisKind.ByProduct, 2, true, [Introduce, Difficulty], (firms, product) => $"{firms[0]}的副产品“{product}”送往{firms[1]}"),
        ["stop"] = new(AtlasAnalysisKind.WhatIf, 1, false, [Difficulty, Introduce], (firms, _) => $"{firms[0]}一旦停产的影响"),
        ["single"] = new(AtlasAnalysisKind.WhatIf, 1, true, [Introduce, InvestmentLead, Difficulty], (firms, product) => $"{firms[0]}是“{product}”的唯一来源"),
        ["step"] = new(AtlasAnalysisKind.StepDown, 1, true, [InvestmentLead, Introduce, Difficulty], (firms, product) => $"{firms[0]}向“{product}”延伸"),
    };

    private readonly Form form;

    private AtlasRow(string key, Form form, IReadOnlyList<Guid> firms, string? product) => (Key, this.form, Firms, Product) = (key, form, firms, product);

    public string Key { get; }

    public AtlasAnalysisKind Analysis => form.Analysis;

    /// <summary>Whose row it is first: the buyer, the supplier of a by-product, the firm that could step down. Then the other.</summary>
    public IReadOnlyList<Guid> Firms { get; }

    /// <summary>Key of the product; null where the row is about a firm alone.</summary>
    public string? Product { get; }

    /// <summary>What may come of it.</summary>
    public IReadOnlyList<AtlasTaskAction> Actions => form.Actions;

    public static AtlasRow Health(string product) => Of("health", [], product);
    public static AtlasRow Gap(string product) => Of("gap", [], product);
    public static AtlasRow SecondTierGap(string product) => Of("next", [], product);
    public static AtlasRow Strength(string product) => Of("strong", [], product);
    public static AtlasRow Substitution(Guid buyer, Guid maker, string product) => Of("sub", [buyer, maker], product);
    public static AtlasRow ByProduct(Guid supplier, Guid receiver, string product) => Of("use", [supplier, receiver], product);
    public static AtlasRow Stop(Guid firm) => Of("stop", [firm], null);
    public static AtlasRow SingleSupplier(Guid seller, string product) => Of("single", [seller], product);
    public static AtlasRow StepDown(Guid firm, string product) => Of("step", [firm], product);

    /// <summary>null when it is no row's name</summary>
    public static AtlasRow? Parse(string? key)
    {
        if (key is null || key.Length > KeyLimit || key.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var at) || !Forms.TryGetValue(key[..at], out var form)) return null;
        var parts = key.Split(':', 1 + form.Firms + (form.HasProduct ? 1 : 0));
        if (parts.Length != 1 + form.Firms + (form.HasProduct ? 1 : 0)) return null;
        var firms = new List<Guid>();
        foreach (var part in parts.Skip(1).Take(form.Firms))
        {
            if (!Guid.TryParseExact(part, "N", out var firm)) return null;
            firms.Add(firm);
        }

        var product = form.HasProduct ? parts[^1] : null;
        return product is { Length: 0 } ? null : Of(key[..at], firms, product);
    }

    /// <summary>A task's title: names, and no figure of anybody.</summary>
    public string Title(AtlasTaskAction action, Func<Guid, string> firmName, string? productName) => $"{ListExport.Words(action)}：{form.Say([.. Firms.Select(firmName)], productName)}";

    private static AtlasRow Of(string prefix, IReadOnlyList<Guid> firms, string? product)
        => new(string.Join(':', new[] { prefix }.Concat(firms.Select(f => f.ToString("N"))).Concat(product is null ? [] : [product])), Forms[prefix], firms, product);

    private sealed record Form(AtlasAnalysisKind Analysis, int Firms, bool HasProduct, IReadOnlyList<AtlasTaskAction> Actions, Func<IReadOnlyList<string>, string?, string> Say);
}

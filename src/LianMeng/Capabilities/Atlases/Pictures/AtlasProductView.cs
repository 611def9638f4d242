using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>One product of an atlas in full, as everybody of the district may see it.</summary>
/// <param name="Reasons">Why it is judged so, with as much of the figures as the actor may know.</param>
/// <param name="Links">What goes in and out and what is like it, group by group in the order of reading.</param>
/// <param name="Makers">By name.</param>
/// <param name="Buyers">How many firms buy it; null for those who may not know.</param>
public sealed record AtlasProductView(
    string Key, string Name, IReadOnlyList<string> Aliases, string Kind, string? Stage, string? StageKey, string? Unit, string? TaxCode, decimal? ReferencePrice, string? Source, DateOnly? AsOf,
    Health Health, string Word, IReadOnlyList<string> Reasons, IReadOnlyList<LinkGroup> Links, IReadOnlyList<ShowAtlas.FirmView> Makers, int? Buyers)
{
    internal LinkGroup Upstream => Links[0];

    internal LinkGroup Downstream => Links[1];
}

/// <param name="Title">上游, 下游, 副产品 …</param>
/// <param name="What">In a few words.</param>
public sealed record LinkGroup(string Title, string What, IReadOnlyList<LinkedProduct> Products);

/// <param name="Makers">Firms that make it.</param>
/// <param name="Figures">Coefficient and share in words; null where none is known.</param>
/// <param name="Source">Of the figures or the link: title and year.</param>
public sealed record LinkedProduct(string Key, string Name, Health Health, string Word, int Makers, string? Figures, string? Source, DateOnly? AsOf);

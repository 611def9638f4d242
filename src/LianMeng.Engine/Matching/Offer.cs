using System.Collections.ObjectModel;

namespace LianMeng.Engine.Matching;

/// <summary>What one organisation makes and buys, or one listing supplies or seeks, as the matcher needs it.</summary>
/// <param name="Id">The organisation or the listing.</param>
/// <param name="Name">Its name; breaks ties.</param>
/// <param name="Scope">The district whose readers may see it.</param>
/// <param name="Region">GB/T 2260 code, 6 digits; null when unknown.</param>
/// <param name="Makes">主营产品, one product a line.</param>
/// <param name="ByProducts">副产品, one a line.</param>
/// <param name="Buys">采购产品, one a line.</param>
/// <param name="Qualifications">资质, one a line.</param>
public sealed record Offer(
    Guid Id, string Name, Guid Scope, string? Region,
    IReadOnlyList<string> Makes, IReadOnlyList<string> ByProducts,
    IReadOnlyList<string> Buys, IReadOnlyList<string> Qualifications)
{
    /// <summary>The organisation behind it; null = the offer is its own.</summary>
    public Guid? Owner { get; init; }

    /// <summary>What an open listing supplies, one product a line.</summary>
    public IReadOnlyList<string> Supplies { get; init; } = [];

    /// <summary>What an open listing seeks, one product a line.</summary>
    public IReadOnlyList<string> Seeks { get; init; } = [];

    /// <summary>Only those of one of these circles within the scope may see it (alliances, spaces between); null = everybody of the scope.</summary>
    public string? Circle { get; init; }

    /// <summary>The last day on which it stands; null = open-ended.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The last day of those qualifications that end, by the name they stand under in <see cref="Qualifications"/>; one that is not named here has no end.</summary>
    public IReadOnlyDictionary<string, DateOnly> QualificationsUntil { get; init; } = ReadOnlyDictionary<string, DateOnly>.Empty;

    /// <summary>Whoever is behind it: answers of one owner count as one.</summary>
    internal Guid OwnerId => Owner ?? Id;
}

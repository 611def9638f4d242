namespace LianMeng.Host.Demonstration;

/// <summary>A firm of the demonstration, as its row in a roster says it. Nothing of it exists.</summary>
internal sealed record InventedFirm
{
    /// <summary>What a firm says it makes or buys.</summary>
    /// <param name="Text">in its own words</param>
    /// <param name="Product">key of the product meant; null when the graph knows none</param>
    public sealed record Line(string Text, string? Product);

    public required string Name { get; init; }

    /// <summary>Null for a firm that is 待核码.</summary>
    public required string? Uscc { get; init; }

    public required string Region { get; init; }
    public required string Address { get; init; }
    public required string Park { get; init; }

    /// <summary>GB/T 4754-2017.</summary>
    public required string Industry { get; init; }

    /// <summary>Persons employed.</summary>
    public required int? Staff { get; init; }

    /// <summary>万元 a year.</summary>
    public required decimal? Revenue { get; init; }

    /// <summary>万元.</summary>
    public required decimal? Assets { get; init; }

    public required IReadOnlyList<Line> Makes { get; init; }
    public required IReadOnlyList<Line> Buys { get; init; }
    public required IReadOnlyList<Line> ByProducts { get; init; }
    public required IReadOnlyList<string> Qualifications { get; init; }
    public required string? Contact { get; init; }
    public required string? Phone { get; init; }

    /// <summary>所属产业链, the chain's title.</summary>
    public required string Chain { get; init; }
}

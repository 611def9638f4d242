using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Atlases;

/// <summary>A product of an atlas.</summary>
public sealed record AtlasNode
{
    public const int KeyLimit = 60, NameLimit = 60, MostAliases = 30, UnitLimit = 12, SourceLimit = 200;

    /// <summary>Unique within the atlas and kept through all its issues: tasks and comparisons hang on it.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public ProductKind Kind { get; init; } = ProductKind.Product;

    /// <summary>Key of its stage; null where it stands on none.</summary>
    public string? Stage { get; init; }

    /// <summary>Of all its quantities: 吨, 件. Null: the one that most firms use.</summary>
    public string? Unit { get; init; }

    /// <summary>税收分类编码, 19 digits.</summary>
    public string? TaxCode { get; init; }

    /// <summary>元 a unit, for purchases that state none; only with its source.</summary>
    public decimal? ReferencePrice { get; init; }

    /// <summary>Of what is said here: title and year.</summary>
    public string? Source { get; init; }

    /// <summary>The day in China as of which it is so.</summary>
    public DateOnly? AsOf { get; init; }

    internal Product ToProduct(string stageTitle) => new(Key, Name, Aliases, stageTitle, Kind, TaxCode);

    // A record compares lists by reference; a comparison of issues must not see a change in that.
    public bool Equals(AtlasNode? other) => other is not null
        && (Key, Name, Kind, Stage, Unit, TaxCode, ReferencePrice) == (other.Key, other.Name, other.Kind, other.Stage, other.Unit, other.TaxCode, other.ReferencePrice)
        && (Source, AsOf) == (other.Source, other.AsOf) && Aliases.SequenceEqual(other.Aliases, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Key, Name, Kind, Stage);
}

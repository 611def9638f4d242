using LianMeng.Engine.Standards;

namespace LianMeng.Engine.Matching.Duplicates;

/// <summary>A firm's name in its parts.</summary>
internal sealed record FirmName
{
    /// <summary>Half-width, lower case, without spaces and marks: equal exactly when the names are written alike.</summary>
    public required string Whole { get; init; }

    /// <summary>Without places, legal form, branch and ordinal: 鸿运铝业.</summary>
    public required string Core { get; init; }

    /// <summary>字号; empty where a firm has none (重庆机床厂).</summary>
    public required string Brand { get; init; }

    /// <summary>行业 without the words that weigh nothing.</summary>
    public required string Trade { get; init; }

    /// <summary>The narrowest place that the name says; null where it says none.</summary>
    public Region? Place { get; init; }

    public FirmForm Form { get; init; }

    /// <summary>What part of a firm it is: 铜梁分公司; empty for a firm.</summary>
    public string Branch { get; init; } = "";

    /// <summary>一厂, 第二, 3号 as digits, in their order; empty without.</summary>
    public string Ordinal { get; init; } = "";

    /// <summary>What stands in brackets and is neither place nor form nor a known remark.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Characters of <see cref="Core"/> in order: equal for swapped words.</summary>
    public string Bag { get; init; } = "";
}

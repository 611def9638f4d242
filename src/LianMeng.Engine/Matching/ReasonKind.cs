namespace LianMeng.Engine.Matching;

/// <summary>What a part of a score stands for.</summary>
public enum ReasonKind
{
    /// <summary>The words of a product line (made, or bought when a supply is asked for).</summary>
    Product,
    /// <summary>The words of a by-product line.</summary>
    ByProduct,
    /// <summary>Another name of the same product.</summary>
    Alias,
    /// <summary>A neighbouring product of the chain: a weaker candidate.</summary>
    Graph,
    /// <summary>A further product asked for in the same text.</summary>
    Breadth,
    /// <summary>A grade or model number asked for.</summary>
    Grade,
    /// <summary>Nearness to the asker.</summary>
    Region,
    /// <summary>A qualification asked for.</summary>
    Qualification,
    /// <summary>An open listing says that it is supplied or sought now.</summary>
    Listing,
    /// <summary>The asker and it came to an agreement before.</summary>
    Conduct,
    /// <summary>A person found it unfit for this asker: a negative weight.</summary>
    Rejected,
    /// <summary>A name that differs in one character: perhaps a typing error, never a direct answer.</summary>
    Near,
}

namespace LianMeng.Capabilities.Deals;

/// <summary>What was done with a deal. Kept in the ledger: a value never changes its meaning.</summary>
public enum DealAction
{
    /// <summary>A side stated a stage, or changed what it had stated.</summary>
    Stated = 1,

    /// <summary>A side said the same as the other.</summary>
    Confirmed = 2,
    Disputed = 3,

    /// <summary>The side that objected is content.</summary>
    Settled = 4,
    Failed = 5,

    /// <summary>A by-product and its use were named.</summary>
    ByProductLinked = 6,
}

namespace LianMeng.Engine.ChainGraph;

/// <summary>What a saving contains.</summary>
public enum SavingBasis
{
    /// <summary>价格、运费和占用资金</summary>
    Full,
    /// <summary>价格和运费: a delivery time is unknown.</summary>
    WithoutCapital,
    /// <summary>仅运费: a price is unknown.</summary>
    FreightOnly,
}

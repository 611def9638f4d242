namespace LianMeng.Engine.ChainGraph;

/// <summary>Where a firm buys.</summary>
public enum PurchaseOrigin
{
    /// <summary>未说明</summary>
    Unknown,
    /// <summary>本地</summary>
    Local,
    /// <summary>外地</summary>
    Outside,
}

namespace LianMeng.Engine.ChainGraph;

/// <summary>How a product stands in the district.</summary>
public enum Health
{
    /// <summary>未知: too few of those asked have answered.</summary>
    Unknown,
    /// <summary>断: bought here, made by nobody here.</summary>
    Broken,
    /// <summary>弱: one maker only, or less for sale than is needed.</summary>
    Weak,
    /// <summary>稳</summary>
    Sound,
    /// <summary>强: at least three makers and half as much again as is needed.</summary>
    Strong,
}

namespace LianMeng.Capabilities.SupplyLinks.Public;

/// <summary>How a link between two firms is known.</summary>
public enum SupplyLinkKnowledge
{
    ByBuyer = 1,
    BySeller = 2,
    ByBoth = 3,
}

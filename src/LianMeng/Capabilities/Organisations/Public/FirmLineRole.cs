namespace LianMeng.Capabilities.Organisations.Public;

/// <summary>What a firm has to do with a product of a <see cref="FirmLine"/>.</summary>
public enum FirmLineRole
{
    Makes = 1,
    Buys = 2,
    ByProduct = 3,
}

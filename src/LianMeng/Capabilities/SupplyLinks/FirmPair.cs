using LianMeng.Capabilities.Organisations.Public;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>The two firms of a declaration.</summary>
/// <param name="Speaker">Who declares.</param>
/// <param name="Partner">The other one.</param>
/// <param name="Side">The speaker's.</param>
public sealed record FirmPair(FirmDirectory.Row Speaker, FirmDirectory.Row Partner, SupplySide Side)
{
    public Guid Seller => Side == SupplySide.Seller ? Speaker.Id : Partner.Id;
    public Guid Buyer => Side == SupplySide.Seller ? Partner.Id : Speaker.Id;
}

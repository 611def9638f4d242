namespace LianMeng.Shared.Scope;

/// <summary>
/// The published projection of a district's row: read by everybody in the city, written by the owning district in the same
/// save as the row it shows. It has public columns only: no contacts, no prices, no private quantities.
/// </summary>
public interface IPublished
{
    Guid DistrictId { get; }
}

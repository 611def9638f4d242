namespace LianMeng.Shared.Scope;

/// <summary>
/// A row of one district: read by those whose ReadDistricts hold it, written only by those whose WriteDistrict it is.
/// The EF query filter, the guard in SaveChanges and the PostgreSQL row level security all come from this marker.
/// </summary>
public interface IDistrictOwned
{
    Guid DistrictId { get; }
}

using LianMeng.Shared.Scope;

namespace LianMeng.Shared.Ledger;

/// <summary>A fact stands on the timeline of this record.</summary>
public sealed class LedgerSubject : IDistrictOwned
{
    public long Seq { get; init; }
    public Guid EntityId { get; init; }
    public Guid DistrictId { get; init; }
}

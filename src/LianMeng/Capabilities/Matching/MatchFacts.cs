using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Matching;

/// <summary>A counterpart was put aside for a listing.</summary>
public sealed record MatchRejected(Guid ListingId, Guid CounterpartId, RejectionReason Reason) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [ListingId];
    public override string Words => $"把一个对接对象标为不合适（{ListExport.Words(Reason)}）";
}

/// <summary>That was taken back.</summary>
public sealed record MatchRestored(Guid ListingId, Guid CounterpartId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [ListingId];
    public override string Words => "取消对接对象的不合适标记";
}

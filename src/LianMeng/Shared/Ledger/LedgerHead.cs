using LianMeng.Shared.Scope;

namespace LianMeng.Shared.Ledger;

/// <summary>The one row that numbers the ledger. Locked last in every save: locking it first would stall all writers behind a long import.</summary>
public sealed class LedgerHead : ICityWide
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;
    public long Seq { get; set; }
    public byte[] Hash { get; set; } = [];
}

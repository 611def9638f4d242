namespace LianMeng.Shared.Data.Backups;

/// <summary>What a copy of the database holds, to be compared with what comes back.</summary>
/// <param name="LedgerSeq">number of the ledger's last entry</param>
/// <param name="LedgerHash">its hash, hex</param>
/// <param name="Rows">rows by table</param>
public sealed record DatabaseContents(long LedgerSeq, string LedgerHash, SortedDictionary<string, long> Rows);

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>What was done with a bill. Kept in the ledger: a value never changes its meaning.</summary>
public enum BillChange
{
    Made = 1,
    Renamed = 2,
    LineAdded = 3,
    LineChanged = 4,
    LineRemoved = 5,
    Removed = 6,
}

namespace LianMeng.Shared.Data;

/// <summary>A row that can leave without being lost: once it has, no question sees it; its facts stay in the ledger.</summary>
public interface IRemovable
{
    DateTime? RemovedAt { get; }
}

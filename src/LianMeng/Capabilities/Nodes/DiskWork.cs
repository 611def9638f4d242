using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;

namespace LianMeng.Capabilities.Nodes;

/// <summary>For the administrator: the disk fills up.</summary>
internal sealed class DiskWork(StorageReader storage, Actor actor) : WorkSource
{
    public override int Order => 91;

    public override Task AddAsync(WorkBoard board, CancellationToken cancellation)
    {
        if (!actor.May(NodesCapability.Read)) return Task.CompletedTask;
        if (storage.FewLeft() is { } left) board.Wait(new("磁盘空间不足", $"存储目录所在磁盘只剩 {FileSize.Words(left)}，写满后谁都不能再保存", "/process", WorkUrgency.LookAtOnce));
        return Task.CompletedTask;
    }
}

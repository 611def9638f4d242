using LianMeng.Shared.Ledger;

namespace LianMeng.Shared.Jobs;

public sealed record OperationStarted(Guid OperationId, string UseCase) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [OperationId];
    public override string Words => "开始后台处理";
}

public sealed record OperationMoved(Guid OperationId, OperationState State) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [OperationId];
    public override string Words => State switch
    {
        OperationState.Running => "后台处理：进行中",
        OperationState.Done => "后台处理：完成",
        OperationState.Failed => "后台处理：失败",
        _ => "后台处理：等待",
    };
}

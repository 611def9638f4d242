using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Operations;

public sealed record DeliveryRetried(Guid DeliveryId, string Reaction, long Seq) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [DeliveryId];
    public override string Words => "重试投递";
}

/// <param name="Reason">why nobody needs it any more, in the administrator's words</param>
public sealed record DeliveryDiscarded(Guid DeliveryId, string Reaction, long Seq, string Reason) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [DeliveryId];
    public override string Words => "放弃投递";
    public override IReadOnlyList<FieldChange> Details => [new("原因", null, Reason)];
}

public sealed record JobRunRetried(Guid JobRunId, string Job, DateTime Due) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [JobRunId];
    public override string Words => "重试定时任务";
}

/// <param name="Reason">why nobody needs it any more, in the administrator's words</param>
public sealed record JobRunDiscarded(Guid JobRunId, string Job, DateTime Due, string Reason) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [JobRunId];
    public override string Words => "放弃定时任务";
    public override IReadOnlyList<FieldChange> Details => [new("原因", null, Reason)];
}

/// <summary>Somebody wanted a job run out of its time, for every district.</summary>
public sealed record JobRequested(string Job, DateTime Due) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [];
    public override string Words => "补跑定时任务";
}

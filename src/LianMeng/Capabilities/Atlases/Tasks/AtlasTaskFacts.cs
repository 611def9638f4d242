using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Tasks;

/// <summary>A row of an analysis became a task.</summary>
public sealed record AtlasTaskStarted(Guid TaskId, Guid AtlasId, AtlasAnalysisKind Analysis, AtlasTaskAction Action, IReadOnlyList<Guid> OrganisationIds, DateOnly? Deadline) : Fact
{
    // Not of the firms: that they stand in an analysis is for those who see the task.
    public override IReadOnlyList<Guid> Subjects => [TaskId];
    public override string Words => $"由图谱分析转为任务：{ListExport.Words(Analysis)}，{ListExport.Words(Action)}{(Deadline is { } day ? $"，期限 {day:yyyy-MM-dd}" : "")}";
}

/// <summary>Others see to a task of an atlas, or by another day.</summary>
public sealed record AtlasTaskReassigned(Guid TaskId, Guid AtlasId, Guid? OwnerOrganisationId, Guid? OwnerId, DateOnly? From, DateOnly? To) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [TaskId];
    public override string Words => $"图谱任务改由他人办理或改期（期限 {(From is { } before ? $"{before:yyyy-MM-dd}" : "未定")} → {(To is { } after ? $"{after:yyyy-MM-dd}" : "未定")}）";
}

/// <summary>A task of an atlas was finished, dropped or taken up again.</summary>
public sealed record AtlasTaskMoved(Guid TaskId, Guid AtlasId, AtlasTaskState From, AtlasTaskState To, string Text) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [TaskId];
    public override string Words => $"图谱任务进展：{ListExport.Words(To)}（{Text}）";
}

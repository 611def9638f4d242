namespace LianMeng.Capabilities.Atlases.Tasks;

/// <summary>How a task stands, beside the row that it came from.</summary>
/// <param name="Id">The task.</param>
/// <param name="Words">已转招商线索 · 办理中.</param>
/// <param name="State">The same for programs.</param>
public sealed record AtlasTaskMark(Guid Id, string Words, AtlasTaskState State);

namespace LianMeng.Capabilities.Difficulties;

/// <summary>What of a task goes over to the unit that gets it: read before the task is dropped.</summary>
internal sealed record HandedTask(bool IsLead, string? Request, IReadOnlyList<Guid> After)
{
    public static HandedTask Of(DifficultyTask task) => new(task.IsLead, task.Request, [.. task.After]);
}

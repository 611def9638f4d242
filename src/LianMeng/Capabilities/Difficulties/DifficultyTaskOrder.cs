using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>One task begins when another is answered.</summary>
public sealed class DifficultyTaskOrder : IDistrictOwned
{
    private DifficultyTaskOrder() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid TaskId { get; private set; }

    /// <summary>The task that comes first.</summary>
    public Guid AfterId { get; private set; }

    internal static DifficultyTaskOrder Of(DifficultyTask task, Guid after) => new() { Id = Guid.CreateVersion7(), DistrictId = task.DistrictId, TaskId = task.Id, AfterId = after };
}

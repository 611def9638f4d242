using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>节点: what the lead promises by a day, on the track 项目类; the firm sees it.</summary>
public sealed class DifficultyMilestone : IDistrictOwned
{
    public const int TitleLimit = 100, EvidenceLimit = 500;

    private DifficultyMilestone() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid DifficultyId { get; private set; }
    public Guid TaskId { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>In China.</summary>
    public DateOnly Due { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? MetAt { get; private set; }
    public string? Evidence { get; private set; }

    internal static DifficultyMilestone Of(Difficulty difficulty, DifficultyTask task, string title, DateOnly due)
        => new() { Id = Guid.CreateVersion7(), DistrictId = difficulty.DistrictId, DifficultyId = difficulty.Id, TaskId = task.Id, Title = title, Due = due };

    internal void Postpone(DateOnly due) => Due = due;

    internal void Meet(string evidence, DateTime now) => (Evidence, MetAt) = (evidence, now);
}

using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>A unit asks for more time, or to put the matter off. The secretary decides on the lead's, the lead on an assisting unit's extension; what is put off the secretary alone decides.</summary>
public sealed class DifficultyRequest : IDistrictOwned
{
    public const int ReasonLimit = 500;

    private DifficultyRequest() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid DifficultyId { get; private set; }
    public Guid TaskId { get; private set; }
    /// <summary>The milestone whose day it is about, on the track 项目类.</summary>
    public Guid? MilestoneId { get; private set; }
    public DifficultyRequestType Type { get; private set; }
    public int Round { get; private set; }

    /// <summary>The new last day, in China.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The firm reads it.</summary>
    public string Reason { get; private set; } = "";
    public Guid? AskedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime AskedAt { get; private set; }

    /// <summary>Null: open, or lapsed.</summary>
    public bool? IsApproved { get; private set; }
    public Guid? DecidedBy { get; private set; }

    /// <summary>UTC; also when it lapsed because the task ended.</summary>
    public DateTime? DecidedAt { get; private set; }
    public string? Decision { get; private set; }

    public bool IsOpen => DecidedAt is null;

    internal static DifficultyRequest Of(Difficulty difficulty, DifficultyTask task, DifficultyRequestType type, DateOnly? until, string reason, Guid? milestone, Guid? person, DateTime now)
        => new() { Id = Guid.CreateVersion7(), DistrictId = difficulty.DistrictId, DifficultyId = difficulty.Id, TaskId = task.Id, MilestoneId = milestone, Type = type, Round = difficulty.Round, Until = until, Reason = reason, AskedBy = person, AskedAt = now };

    internal void Decide(bool approved, string? text, Guid? person, DateTime now) => (IsApproved, Decision, DecidedBy, DecidedAt) = (approved, text, person, now);

    internal void Lapse(DateTime now) => DecidedAt = now;
}

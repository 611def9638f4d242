using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>What one unit has to do in a difficulty, with a clock of its own. Inside the unit: the liaison acknowledges, hands it to a section, and with 审签 somebody else of the unit signs the answer.</summary>
public sealed class DifficultyTask : IDistrictOwned
{
    public const int RequestLimit = 500, SectionLimit = 60, AnswerLimit = 2000;

    private readonly List<DifficultyTaskOrder> prerequisites = [];

    private DifficultyTask() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid DifficultyId { get; private set; }
    public Guid UnitId { get; private set; }
    public bool IsLead { get; private set; }
    public AssignmentMode Mode { get; private set; }
    public DifficultyTaskState State { get; private set; }

    /// <summary>What this unit is asked to do.</summary>
    public string? Request { get; private set; }

    /// <summary>Working days, where they are not the usual ones.</summary>
    public int? Days { get; private set; }

    /// <summary>Of the last reopening; 1 before.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>UTC like all that follow.</summary>
    public DateTime AssignedAt { get; private set; }
    public DateTime? AcknowledgedAt { get; private set; }
    public Guid? AcknowledgedBy { get; private set; }

    /// <summary>转办: the section that sees to it.</summary>
    public string? Section { get; private set; }

    public string? DisputeReason { get; private set; }

    /// <summary>Whose it is, as the unit says that disputes it.</summary>
    public string? DisputeNames { get; private set; }
    public DateTime? DisputedAt { get; private set; }

    /// <summary>The second bounce of the difficulty: the leader in charge rules, or the joint meeting.</summary>
    public bool IsElevated { get; private set; }

    /// <summary>What was ruled: it stays.</summary>
    public string? Ruling { get; private set; }

    public WaitReason? Waits { get; private set; }
    public AnswerOutcome? Outcome { get; private set; }
    public string? Answered { get; private set; }
    public Guid? AnsweredBy { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public DateTime? DroppedAt { get; private set; }

    /// <summary>The limit that runs, UTC: a cache for boards, made anew from the facts with every step.</summary>
    public DateTime? LimitAt { get; private set; }

    public IReadOnlyList<DifficultyTaskOrder> Prerequisites => prerequisites;

    /// <summary>Tasks that must be answered before this one begins.</summary>
    public IEnumerable<Guid> After => prerequisites.Select(p => p.AfterId);

    /// <summary>Still to be seen to.</summary>
    public bool IsActive => State is DifficultyTaskState.Assigned or DifficultyTaskState.Disputed or DifficultyTaskState.InProgress or DifficultyTaskState.Signing;

    internal static DifficultyTask Of(Difficulty difficulty, Guid unit, bool lead, AssignmentMode mode, string? request, IReadOnlyCollection<Guid> after, int? days, DateTime now)
    {
        var task = new DifficultyTask
        {
            Id = Guid.CreateVersion7(), DistrictId = difficulty.DistrictId, DifficultyId = difficulty.Id, UnitId = unit, IsLead = lead, Mode = mode, State = DifficultyTaskState.Assigned, Request = request, Days = days, Round = difficulty.Round, AssignedAt = now,
        };
        task.prerequisites.AddRange(after.Distinct().Select(id => DifficultyTaskOrder.Of(task, id)));
        return task;
    }

    internal void Acknowledge(Guid? person, string? section, DateTime now) => (State, AcknowledgedAt, AcknowledgedBy, Section) = (DifficultyTaskState.InProgress, now, person, section ?? Section);

    internal void HandTo(string section) => Section = section;

    internal void Dispute(string reason, string whose, bool elevated, DateTime now) => (State, DisputeReason, DisputeNames, DisputedAt, IsElevated) = (DifficultyTaskState.Disputed, reason, whose, now, elevated);

    /// <summary>It was ruled that the unit is the right one: it acknowledges, if it has not.</summary>
    internal void Stay(string ruling) => (State, Ruling) = (AcknowledgedAt is null ? DifficultyTaskState.Assigned : DifficultyTaskState.InProgress, ruling);

    internal void Drop(DateTime now) => (State, DroppedAt, Waits) = (DifficultyTaskState.Dropped, now, null);

    internal void Forget(Guid prerequisite) => prerequisites.RemoveAll(p => p.AfterId == prerequisite);

    internal void Wait(WaitReason? reason) => Waits = reason;

    internal void Draft(AnswerOutcome outcome, string text, Guid? person) => (State, Outcome, Answered, AnsweredBy) = (DifficultyTaskState.Signing, outcome, text, person);

    /// <summary>Whoever signs wants it written better.</summary>
    internal void GiveBack() => State = DifficultyTaskState.InProgress;

    internal void Answer(DateTime now) => (State, AnsweredAt, Waits) = (DifficultyTaskState.Answered, now, null);

    internal void Reopen(int round, DateTime now) => (State, Round, AnsweredAt, AcknowledgedAt) = (DifficultyTaskState.InProgress, round, null, AcknowledgedAt ?? now);

    internal void Cache(DateTime? limit) => LimitAt = limit;

    internal void Follow(Guid to) => UnitId = to;
}

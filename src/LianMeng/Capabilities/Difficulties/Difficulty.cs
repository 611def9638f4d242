using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>
/// 难题: something that keeps a firm or its people from going on, until everybody concerned has said that it is solved. One unit leads, others
/// assist, each with a task and a clock of its own. What happens is stated as <see cref="DifficultyMoved"/>; clocks are replayed from those facts.
/// </summary>
public sealed class Difficulty : IDistrictOwned, IVersioned
{
    public const int TitleLimit = 100, TextLimit = 2000, PlaceLimit = 200, ReasonLimit = 500, BodyLimit = 120, NumberLimit = 30, ExternalLimit = 60, MostTasks = 20, MostFirms = 50, MostMilestones = 12, MostExtensions = 2;

    private readonly List<DifficultyTask> tasks = [];
    private readonly List<DifficultyBeneficiary> beneficiaries = [];
    private readonly List<DifficultyRequest> requests = [];
    private readonly List<DifficultyMilestone> milestones = [];

    private Difficulty() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }

    /// <summary>铜梁-2026-0036: what people say on the telephone.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The alliance whose secretary sees to it; null: the district's officers.</summary>
    public Guid? AllianceId { get; private set; }

    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string? Place { get; private set; }
    public DifficultyCategory Category { get; private set; }
    public DifficultyLevel Level { get; private set; }
    public DifficultyTrack Track { get; private set; }
    public DifficultySource Source { get; private set; }

    /// <summary>What another body calls it (12345), so that nobody files twice.</summary>
    public string? ExternalNumber { get; private set; }

    /// <summary>How it stands there, in that body's words.</summary>
    public string? ExternalState { get; private set; }

    public DifficultyState State { get; private set; }
    public Guid? RaisedBy { get; private set; }

    /// <summary>The firm that raised it; null when somebody else did, for the firms concerned.</summary>
    public Guid? RaisedByOrganisationId { get; private set; }

    /// <summary>By somebody who is of none of the firms concerned.</summary>
    public bool IsOnBehalf { get; private set; }

    /// <summary>UTC like all that follow.</summary>
    public DateTime RaisedAt { get; private set; }
    public DateTime? AcceptedAt { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Of the last step.</summary>
    public DateTime MovedAt { get; private set; }

    /// <summary>Why it was refused, withdrawn, or where it went.</summary>
    public string? EndReason { get; private set; }

    /// <summary>Of a refusal: the body that it belongs to.</summary>
    public string? RightBody { get; private set; }

    public HandOverTarget? Target { get; private set; }
    public Guid? MergedIntoId { get; private set; }

    /// <summary>What it was before it was merged.</summary>
    public DifficultyState? MergedFrom { get; private set; }

    /// <summary>1, and one more for each reopening.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>How often a unit said 不归我管.</summary>
    public int Bounces { get; private set; }

    /// <summary>All its clocks wait for this; of one task see there.</summary>
    public WaitReason? Waits { get; private set; }

    /// <summary>The earliest limit that runs, UTC: a cache for boards, made anew from the facts with every step.</summary>
    public DateTime? NextLimitAt { get; private set; }

    public IReadOnlyList<DifficultyTask> Tasks => tasks;
    public IReadOnlyList<DifficultyBeneficiary> Beneficiaries => beneficiaries;
    public IReadOnlyList<DifficultyRequest> Requests => requests;
    public IReadOnlyList<DifficultyMilestone> Milestones => milestones;

    /// <summary>Title and text in one spelling, for who looks for it.</summary>
    public string SearchText { get; private set; } = "";

    public bool IsOpen => State.IsOpen();

    /// <summary>The unit that leads now.</summary>
    public DifficultyTask? Lead => tasks.Find(t => t is { IsLead: true, State: not DifficultyTaskState.Dropped });

    /// <summary>What the lead promised next; null when nothing is left, or nothing was promised.</summary>
    public DifficultyMilestone? NextMilestone => milestones.Where(m => m.MetAt is null).MinBy(m => m.Due);

    public DifficultyTask? TaskOf(Guid id) => tasks.Find(t => t.Id == id);

    internal static Difficulty Raise(Guid districtId, string number, Guid? allianceId, DifficultyWords words, DifficultySource source, Guid? person, Guid? firm, IReadOnlyCollection<Guid> firms, DateTime now)
    {
        var raised = new Difficulty
        {
            Id = Guid.CreateVersion7(), DistrictId = districtId, Number = number, AllianceId = allianceId, Title = words.Title, Text = words.Text, Place = words.Place, Category = words.Category, Level = words.Level, Track = DifficultyTrack.General,
            Source = source, ExternalNumber = words.ExternalNumber, ExternalState = words.ExternalState, State = DifficultyState.Raised, RaisedBy = person, RaisedByOrganisationId = firm, IsOnBehalf = firm is null || !firms.Contains(firm.Value),
            RaisedAt = now, MovedAt = now, SearchText = Spelled(number, words),
        };
        foreach (var one in firms) raised.Join(one);
        return raised;
    }

    /// <summary>A firm that it concerns, too.</summary>
    /// <returns>false when it is one already</returns>
    internal bool Join(Guid firm, Guid? mergedId = null)
    {
        if (beneficiaries.Exists(b => b.OrganisationId == firm)) return false;
        beneficiaries.Add(DifficultyBeneficiary.Of(this, firm, mergedId));
        return true;
    }

    /// <returns>why not, or null</returns>
    internal string? Accept(DifficultyTrack track, DifficultyCategory category, DifficultyLevel level, DateTime now)
    {
        if (State != DifficultyState.Raised) return $"这个难题{State.Words()}，不用再受理。";
        (Track, Category, Level, AcceptedAt) = (track, category, level, now);
        return Move(DifficultyState.Accepted, now);
    }

    internal string? Refuse(string reason, string rightBody, DateTime now)
    {
        if (State is not (DifficultyState.Raised or DifficultyState.Accepted)) return $"这个难题{State.Words()}，不能再不予受理。";
        (EndReason, RightBody) = (reason, rightBody);
        return End(DifficultyState.NotAccepted, now);
    }

    internal (DifficultyTask? Task, string? Problem) Assign(Guid unit, bool lead, AssignmentMode mode, string? request, IReadOnlyCollection<Guid> after, int? days, DateTime now)
    {
        if (State == DifficultyState.Raised) return (null, "请先受理，再交办。");
        if (State is not (DifficultyState.Accepted or DifficultyState.Assigned or DifficultyState.InProgress)) return (null, $"这个难题{State.Words()}，不能再交办。");
        if (tasks.Count >= MostTasks) return (null, $"一个难题最多交办 {MostTasks} 次；请把不同的事分开登记。");
        if (lead && Lead is not null) return (null, "已经有牵头单位；要换牵头单位，请先改派。");
        if (!lead && Lead is null) return (null, "请先交办牵头单位，再交办协办单位。");
        if (tasks.Exists(t => t.UnitId == unit && t.State != DifficultyTaskState.Dropped)) return (null, "这个单位已经在办，不用再交办。");
        if (after.FirstOrDefault(id => tasks.Find(t => t.Id == id) is not { State: not DifficultyTaskState.Dropped, IsLead: false }) != Guid.Empty) return (null, "前置任务要从正在办理的协办任务里选。");
        var task = DifficultyTask.Of(this, unit, lead, mode, request, after, days, now);
        tasks.Add(task);
        if (lead) Move(State == DifficultyState.Accepted ? DifficultyState.Assigned : State, now);
        return (task, null);
    }

    /// <summary>A unit that is named as not the right one is put aside; its work is given to another.</summary>
    internal string? Drop(DifficultyTask task, DateTime now)
    {
        if (!task.IsActive) return "这项任务已经办完或改派。";
        task.Drop(now);
        foreach (var waiting in tasks) waiting.Forget(task.Id);
        foreach (var request in requests.Where(r => r.TaskId == task.Id && r.IsOpen)) request.Lapse(now);
        if (task.IsLead && State is DifficultyState.Assigned or DifficultyState.InProgress) Move(DifficultyState.Accepted, now);
        return null;
    }

    internal string? Acknowledge(DifficultyTask task, Guid? person, string? section, DateTime now)
    {
        if (task.State != DifficultyTaskState.Assigned) return $"这项任务{task.State.Words()}，不用再签收。";
        task.Acknowledge(person, section, now);
        if (task.IsLead) Move(DifficultyState.InProgress, now);
        return null;
    }

    /// <returns>why not; whether it is the second bounce</returns>
    internal (string? Problem, bool Elevated) Dispute(DifficultyTask task, string reason, string whose, DateTime now)
    {
        if (task.State is not (DifficultyTaskState.Assigned or DifficultyTaskState.InProgress)) return ($"这项任务{task.State.Words()}，不能再提出异议。", false);
        Bounces++;
        task.Dispute(reason, whose, Bounces > 1, now);
        return (null, Bounces > 1);
    }

    /// <summary>The unit stays responsible; not so, it is put aside.</summary>
    internal string? Rule(DifficultyTask task, bool stays, string reason, DateTime now)
    {
        if (task.State != DifficultyTaskState.Disputed) return "这项任务没有待裁定的异议。";
        if (!stays) return Drop(task, now);
        task.Stay(reason);
        return null;
    }

    internal (DifficultyRequest? Request, string? Problem) Ask(DifficultyTask task, DifficultyRequestType type, DateOnly? until, string reason, Guid? person, DateTime now)
    {
        if (task.State != DifficultyTaskState.InProgress) return (null, task.State == DifficultyTaskState.Assigned ? "请先签收，再申请。" : $"这项任务{task.State.Words()}，不能再申请。");
        if (requests.Exists(r => r.TaskId == task.Id && r.IsOpen)) return (null, "这项任务已有一个申请在等批准，请等它有了结果再提。");
        if (type == DifficultyRequestType.Extension && requests.Count(r => r.TaskId == task.Id && r is { Type: DifficultyRequestType.Extension, IsApproved: true } && r.Round == Round) >= MostExtensions)
            return (null, $"这项任务已经延期 {MostExtensions} 次，不能再延；请在联席会议上提出，或申请挂账。");
        var request = DifficultyRequest.Of(this, task, type, until, reason, type == DifficultyRequestType.Extension && task.IsLead ? NextMilestone?.Id : null, person, now);
        requests.Add(request);
        return (request, null);
    }

    internal string? Pause(DifficultyTask? task, WaitReason reason, DateTime now)
    {
        if (State is not (DifficultyState.Assigned or DifficultyState.InProgress)) return $"这个难题{State.Words()}，不能暂停计时。";
        if (Waits is not null || task?.Waits is not null) return "已经暂停计时；请先恢复。";
        if (task is null)
        {
            if (tasks.Exists(t => t.Waits is not null)) return "有一项任务已经单独暂停计时；请先恢复它，再整体暂停。";
            Waits = reason;
        }
        else if (task.State != DifficultyTaskState.InProgress)
        {
            return $"这项任务{task.State.Words()}，不能暂停计时。";
        }
        else
        {
            task.Wait(reason);
        }

        MovedAt = now;
        return null;
    }

    internal void Resume(DifficultyTask? task, DateTime now)
    {
        if (task is null) Waits = null;
        else task.Wait(null);
        MovedAt = now;
    }

    internal string? Plan(DifficultyTask task, IReadOnlyList<(DateOnly Due, string Title)> plan, DateTime now)
    {
        if (!task.IsLead || task.State != DifficultyTaskState.InProgress) return "节点由签收后的牵头单位排定。";
        if (Track != DifficultyTrack.Project) return "只有项目类的难题按节点办理；书记可以在受理时改为项目类。";
        if (milestones.Count > 0) return "节点已经排定；要改日期请申请延期。";
        milestones.AddRange(plan.OrderBy(p => p.Due).Select(p => DifficultyMilestone.Of(this, task, p.Title, p.Due)));
        MovedAt = now;
        return null;
    }

    internal string? Meet(DifficultyMilestone milestone, string evidence, DateTime now)
    {
        if (milestone.MetAt is not null) return "这个节点已经完成。";
        if (State != DifficultyState.InProgress) return $"这个难题{State.Words()}，不能再完成节点。";
        milestone.Meet(evidence, now);
        MovedAt = now;
        return null;
    }

    /// <summary>May this task be answered now? Not the lead's while an assisting one is open, nor one whose prerequisite is.</summary>
    internal string? MayAnswer(DifficultyTask task)
    {
        if (task.State is not (DifficultyTaskState.InProgress or DifficultyTaskState.Signing)) return task.State == DifficultyTaskState.Assigned ? "请先签收，再答复。" : $"这项任务{task.State.Words()}，不能答复。";
        if (task.IsLead && tasks.Exists(t => !t.IsLead && t.IsActive)) return "还有协办单位没有答复，牵头单位不能先答复；请催办，或请书记撤下不再需要的协办任务。";
        if (task.IsLead && milestones.Exists(m => m.MetAt is null)) return "还有节点没有完成，不能答复。";
        return tasks.Exists(t => task.After.Contains(t.Id) && t.IsActive) ? "前置任务还没有答复，请等它答复后再答复。" : null;
    }

    /// <summary>Written by somebody of the unit; with 审签 another one of it signs.</summary>
    internal string? Draft(DifficultyTask task, AnswerOutcome outcome, string text, Guid? person, bool signed, DateTime now)
    {
        if (MayAnswer(task) is { } problem) return problem;
        task.Draft(outcome, text, person);
        if (!signed) return null;
        return Answer(task, now);
    }

    internal string? Answer(DifficultyTask task, DateTime now)
    {
        if (MayAnswer(task) is { } problem) return problem;
        task.Answer(now);
        if (!task.IsLead)
        {
            MovedAt = now;
            return null;
        }

        AnsweredAt = now;
        Waits = null;
        return Move(DifficultyState.Answered, now);
    }

    /// <summary>A firm says of the result what it thinks; one that is not satisfied opens it again, the others' ratings stand.</summary>
    internal string? Rate(DifficultyBeneficiary firm, DifficultyRating rating, string? text, Guid? person, bool byPhone, DateTime now)
    {
        if (State is not (DifficultyState.Answered or DifficultyState.FollowUp)) return State == DifficultyState.Closed ? "这个难题已经办结；仍有问题请写明原因，请书记重新办理。" : "牵头单位还没有答复，请等答复后再评价。";
        if (firm.Rating == DifficultyRating.Satisfied) return "贵单位已经评价过“满意”。";
        firm.Rate(rating, text, person, byPhone, now);
        MovedAt = now;
        if (rating == DifficultyRating.Dissatisfied) Reopen(everybody: false, now);
        return null;
    }

    /// <summary>Asked by telephone, and nobody answered: not rated.</summary>
    internal string? NotReached(DifficultyBeneficiary firm, DateTime now)
    {
        if (State is not (DifficultyState.Answered or DifficultyState.FollowUp)) return "只有部门办结以后才回访。";
        if (firm.Rating is not null) return "这家企业已经评价过，不用再回访。";
        firm.NotReached(now);
        MovedAt = now;
        return null;
    }

    /// <summary>Each is satisfied, or unrated after a follow-up.</summary>
    internal bool MayClose => State is DifficultyState.Answered or DifficultyState.FollowUp && beneficiaries.TrueForAll(b => b.Rating == DifficultyRating.Satisfied || b is { Rating: null, FollowedUpAt: not null });

    internal void Close(DateTime now) => End(DifficultyState.Closed, now);

    /// <summary>The firms' time to say something is over.</summary>
    internal void BeginFollowUp(DateTime now) => Move(DifficultyState.FollowUp, now);

    /// <summary>Back to the unit that answered.</summary>
    /// <param name="everybody">whoever was satisfied is asked again, too; else that stands</param>
    internal string? Reopen(bool everybody, DateTime now)
    {
        if (State is not (DifficultyState.Answered or DifficultyState.FollowUp or DifficultyState.Closed)) return $"这个难题{State.Words()}，不用重新办理。";
        if (Lead is not { } lead) return "原来的牵头单位已经不在，请先交办新的牵头单位。";
        Round++;
        (ClosedAt, AnsweredAt, NextLimitAt) = (null, null, null);
        lead.Reopen(Round, now);
        foreach (var firm in beneficiaries.Where(b => everybody || b.Rating != DifficultyRating.Satisfied)) firm.AskAgain();
        Move(DifficultyState.InProgress, now);
        return null;
    }

    internal string? Withdraw(string reason, DateTime now)
    {
        if (!IsOpen) return $"这个难题{State.Words()}，不能再撤回。";
        EndReason = reason;
        return End(DifficultyState.Withdrawn, now);
    }

    internal string? HandOver(HandOverTarget target, string reason, DateTime now)
    {
        if (!IsOpen || State == DifficultyState.Raised) return State == DifficultyState.Raised ? "请先受理，再转出。" : $"这个难题{State.Words()}，不能再转出。";
        (Target, EndReason) = (target, reason);
        return End(DifficultyState.HandedOver, now);
    }

    /// <returns>the firms that the other one concerns from now on, too; or why not</returns>
    internal (IReadOnlyList<Guid> Joined, string? Problem) MergeInto(Difficulty other, DateTime now)
    {
        if (other.Id == Id) return ([], "不能和自己合并。");
        if (!IsOpen) return ([], $"这个难题{State.Words()}，不能再合并。");
        if (!other.IsOpen || other.State is DifficultyState.Answered or DifficultyState.FollowUp) return ([], $"要并入的难题{other.State.Words()}；只能并入还在办理的难题。");
        (MergedIntoId, MergedFrom) = (other.Id, State);
        List<Guid> joined = [.. beneficiaries.Select(b => b.OrganisationId).Where(firm => other.Join(firm, Id))];
        other.MovedAt = now; // whoever closes it at the same moment finds that it moved
        End(DifficultyState.Merged, now);
        return (joined, null);
    }

    /// <returns>the firms that leave the other one; or why not</returns>
    internal (IReadOnlyList<Guid> Left, string? Problem) Unmerge(Difficulty other, DateTime now)
    {
        if (State != DifficultyState.Merged || MergedIntoId != other.Id || MergedFrom is not { } before) return ([], "这个难题没有合并，不用撤销。");
        if (!other.IsOpen) return ([], $"并入的难题{other.State.Words()}，不能再撤销合并。");
        var left = other.Leave(Id);
        other.MovedAt = now;
        (MergedIntoId, MergedFrom, ClosedAt) = (null, null, null);
        Move(before, now);
        return (left, null);
    }

    /// <summary>What the units' and the case's clocks say now; null where none runs.</summary>
    internal void Cache(DateTime? next, IReadOnlyDictionary<Guid, DateTime> byTask)
    {
        NextLimitAt = IsOpen ? next : null;
        foreach (var task in tasks) task.Cache(IsOpen && task.IsActive && byTask.TryGetValue(task.Id, out var limit) ? limit : null);
    }

    internal void Follow(Guid to) => RaisedByOrganisationId = to;

    /// <summary>Those that came by a merge; one that has rated stays, because what it said counts.</summary>
    private List<Guid> Leave(Guid mergedId)
    {
        List<Guid> left = [.. beneficiaries.Where(b => b.CameWith == mergedId && b.Rating is null).Select(b => b.OrganisationId)];
        beneficiaries.RemoveAll(b => left.Contains(b.OrganisationId));
        return left;
    }

    private string? End(DifficultyState state, DateTime now)
    {
        (ClosedAt, Waits) = (now, null);
        foreach (var request in requests.Where(r => r.IsOpen)) request.Lapse(now);
        return Move(state, now);
    }

    private string? Move(DifficultyState state, DateTime now)
    {
        (State, MovedAt) = (state, now);
        return null;
    }

    private static string Spelled(string number, DifficultyWords words)
    {
        var text = $"{number} {words.Title} {words.Place} {words.ExternalNumber} {words.Text}".ToLowerInvariant();
        return text.Length <= SearchLimit ? text : text[..(char.IsHighSurrogate(text[SearchLimit - 1]) ? SearchLimit - 1 : SearchLimit)];
    }

    internal const int SearchLimit = 1000;
}

namespace LianMeng.Engine.Calendar;

/// <summary>Reads the facts of one case in their order and keeps its clocks.</summary>
internal sealed class CaseReplay(CaseLimits limits, WorkCalendar calendar)
{
    private readonly List<RunningClock> clocks = [];
    private readonly List<CaseTask> tasks = [];
    private readonly List<(Guid? Id, bool IsSatisfied)> beneficiaries = [];
    private IReadOnlyList<CaseEvent> all = [];
    private CaseTrack track = CaseTrack.General;
    private PauseReason? pause;
    private DateTimeOffset? mergedAt;
    private RunningClock? firm;
    private CaseTask? lead;

    /// <param name="events">in order, times rising, each once</param>
    public IReadOnlyList<CaseClock> Run(IReadOnlyList<CaseEvent> events, DateTimeOffset asOf)
    {
        all = events;
        foreach (var fact in events)
        {
            Read(fact);
            BeginWaiting(fact.At);
            foreach (var clock in clocks)
            {
                if (clock.End is null) clock.Wait(Waits(clock), fact.At);
            }
        }

        if (events.Count > 0 && events[^1].At > asOf) asOf = events[^1].At;
        return clocks.ConvertAll(clock => Face(clock, asOf));
    }

    private void Read(CaseEvent fact)
    {
        if (mergedAt is not null && fact.Step != CaseStep.Unmerged) return; // what happens now happens to the other case
        if (fact.Track is { } named) track = named;
        switch (fact.Step)
        {
            case CaseStep.Raised:
                if (firm is not null) return;
                beneficiaries.Add((fact.Beneficiary, false));
                firm = Start(new() { Kind = CaseClockKind.Firm, Start = fact.At, State = default });
                Start(new() { Kind = CaseClockKind.Accept, Start = fact.At, Limit = calendar.Limit(fact.At, fact.Days ?? limits.Accept), State = default });
                break;
            case CaseStep.Joined:
                if (!beneficiaries.Exists(b => b.Id == fact.Beneficiary)) beneficiaries.Add((fact.Beneficiary, false));
                break;
            case CaseStep.Left:
                beneficiaries.RemoveAll(b => b.Id == fact.Beneficiary);
                Finish(fact, isDone: false, clock => clock.Is(CaseClockKind.Verify) && clock.Face.Beneficiary == fact.Beneficiary);
                break;
            case CaseStep.Accepted:
                FirmGoesOn();
                Finish(fact, isDone: true, clock => clock.Is(CaseClockKind.Accept));
                break;
            case CaseStep.Refused:
                Finish(fact, isDone: true, clock => clock.Is(CaseClockKind.Accept));
                EndAll(fact);
                break;
            case CaseStep.Assigned:
                Assign(fact);
                break;
            case CaseStep.Acknowledged:
                Finish(fact, isDone: true, clock => clock.Is(CaseClockKind.Acknowledge) && clock.Face.Task == fact.Task);
                break;
            case CaseStep.Disputed:
                Dispute(fact);
                break;
            case CaseStep.Ruled or CaseStep.Elevated:
                Finish(fact, isDone: true, clock => clock.Is(CaseClockKind.Ruling) && clock.Face.Task == fact.Task);
                if (fact is { Step: CaseStep.Ruled, Upheld: true }) Drop(fact);
                break;
            case CaseStep.Paused or CaseStep.Resumed:
                Pause(fact);
                break;
            case CaseStep.Extended:
                Extend(fact);
                break;
            case CaseStep.MilestonesSet:
                SetMilestones(fact);
                break;
            case CaseStep.MilestoneMet:
                Finish(fact, isDone: true, clock => clock.Is(CaseClockKind.Milestone) && clock.Face.Milestone == fact.Milestone);
                break;
            case CaseStep.Answered:
                Answer(fact);
                break;
            case CaseStep.Dropped:
                Drop(fact);
                break;
            case CaseStep.Rated:
                Rate(fact);
                break;
            case CaseStep.Reopened:
                Reopen(fact);
                break;
            case CaseStep.Merged:
                mergedAt ??= fact.At;
                break;
            case CaseStep.Unmerged:
                mergedAt = null;
                break;
            case CaseStep.Closed:
                firm?.Finish(fact.At, fact.Step, isDone: true);
                EndAll(fact);
                break;
            case CaseStep.Withdrawn or CaseStep.HandedOver:
                EndAll(fact);
                break;
            default: // 回访 moves no clock
                break;
        }
    }

    private void Assign(CaseEvent fact)
    {
        if (fact.Task is null || tasks.Exists(t => t.Id == fact.Task)) return;
        FirmGoesOn();
        Finish(fact, isDone: true, clock => clock.Is(CaseClockKind.Accept));
        var task = new CaseTask(fact);
        tasks.Add(task);
        Start(Face(task, CaseClockKind.Acknowledge, fact.At) with { Limit = calendar.Limit(fact.At, limits.Acknowledge) });
        if (!fact.Lead) return;
        lead = task;
        StartHandling(task, fact.At, fact.Days);
    }

    /// <summary>Assisting tasks begin as soon as nothing holds them.</summary>
    private void BeginWaiting(DateTimeOffset at)
    {
        foreach (var task in tasks)
        {
            if (task.Round == 0 && !task.IsOver && !task.Assigned.Lead && task.Assigned.After.All(IsFree)) StartHandling(task, at, task.Assigned.Days);
        }
    }

    /// <summary>A prerequisite that was never given to anybody holds nobody.</summary>
    private bool IsFree(Guid prerequisite) => !all.Any(fact => fact.Step == CaseStep.Assigned && fact.Task == prerequisite) || tasks.Exists(t => t.Id == prerequisite && t.HoldsNobody);

    private void StartHandling(CaseTask task, DateTimeOffset at, int? days)
    {
        task.Round++;
        var limit = calendar.Limit(at, days ?? (task.Assigned.Lead ? limits.Lead(track) : limits.Assisting));
        task.Handle = Start(Face(task, CaseClockKind.Handle, at) with { Limit = limit, Round = task.Round });
        if (task.NotBefore is { } day) task.Handle.Extend(day, at);
        task.NotBefore = null;
    }

    private void Dispute(CaseEvent fact)
    {
        if (Find(fact.Task) is not { IsOver: false } task) return;
        Finish(fact, isDone: true, clock => clock.Is(CaseClockKind.Acknowledge) && clock.Face.Task == task.Id);
        if (clocks.Exists(clock => clock.End is null && clock.Is(CaseClockKind.Ruling) && clock.Face.Task == task.Id)) return;
        Start(new() { Kind = CaseClockKind.Ruling, Task = task.Id, Start = fact.At, Limit = calendar.RulingLimit(fact.At), State = default });
    }

    private void Pause(CaseEvent fact)
    {
        PauseReason? reason = fact.Step == CaseStep.Paused ? fact.Pause ?? PauseReason.ThirdParty : null;
        if (fact.Task is null) pause = reason;
        else if (Find(fact.Task) is { } task) task.Pause = reason;
    }

    private void Extend(CaseEvent fact)
    {
        if (fact.NewLimit is not { } day) return;
        if (fact.Milestone is { } milestone)
        {
            clocks.Find(clock => clock.End is null && clock.Is(CaseClockKind.Milestone) && clock.Face.Milestone == milestone)?.Extend(day, fact.At);
            return;
        }

        if ((fact.Task is null ? lead : Find(fact.Task)) is not { IsOver: false } task) return;
        if (task.Handle is { End: null } handle) handle.Extend(day, fact.At);
        else if (task.Handle is null) task.NotBefore = task.NotBefore > day ? task.NotBefore : day;
    }

    /// <summary>A promise once made stays: only an extension moves it, and leaving it out of a later list does not undo it.</summary>
    private void SetMilestones(CaseEvent fact)
    {
        if (track != CaseTrack.Project || lead is not { IsOver: false } task || fact.Milestones is not { Count: > 0 } milestones) return;
        task.Handle?.Finish(fact.At, fact.Step, isDone: true);
        foreach (var milestone in milestones)
        {
            if (clocks.Exists(clock => clock.Is(CaseClockKind.Milestone) && clock.Face.Milestone == milestone.Id)) continue;
            Start(Face(task, CaseClockKind.Milestone, fact.At) with { Milestone = milestone.Id, Limit = calendar.CloseOf(milestone.Due), Round = task.Round });
        }
    }

    private void Answer(CaseEvent fact)
    {
        var task = fact.Task is null ? lead : Find(fact.Task);
        if (task is { IsOver: true }) return;
        if (task is not null)
        {
            if (task.Round == 0) StartHandling(task, fact.At, task.Assigned.Days); // answered before its turn
            Finish(fact, isDone: true, clock => clock.Face.Task == task.Id && !clock.Is(CaseClockKind.Ruling));
            Finish(fact, isDone: false, clock => clock.Face.Task == task.Id);
            (task.HoldsNobody, task.Pause) = (true, null);
        }

        if (task != lead) return;
        pause = null; // nobody waits any longer
        foreach (var (id, isSatisfied) in beneficiaries)
        {
            // once a round: an answer given again without a reopening asks nobody again
            var round = Math.Max(1, task?.Round ?? 1);
            if (isSatisfied || clocks.Exists(clock => clock.Is(CaseClockKind.Verify) && clock.Face.Beneficiary == id && (clock.End is null || (clock.Face.Task == task?.Id && clock.Face.Round == round)))) continue;
            var limit = calendar.Limit(fact.At, fact.Days ?? limits.Verification);
            Start(new() { Kind = CaseClockKind.Verify, Task = task?.Id, Beneficiary = id, Round = round, Start = fact.At, Limit = limit, State = default });
        }
    }

    private void Rate(CaseEvent fact)
    {
        var index = beneficiaries.FindIndex(b => b.Id == fact.Beneficiary);
        if (index < 0) return;
        beneficiaries[index] = (fact.Beneficiary, fact.Satisfied == true);
        if (clocks.Find(clock => clock.End is null && clock.Is(CaseClockKind.Verify) && clock.Face.Beneficiary == fact.Beneficiary) is not { } asked) return;
        asked.IsSatisfied = fact.Satisfied == true;
        asked.Finish(fact.At, fact.Step, isDone: true);
    }

    private void Reopen(CaseEvent fact)
    {
        FirmGoesOn();
        pause = null;
        Finish(fact, isDone: false, clock => clock.Is(CaseClockKind.Verify));
        if ((fact.Task is null ? lead : Find(fact.Task)) is not { IsOver: false, Handle.End: not null } task) return;
        task.Pause = null;
        StartHandling(task, fact.At, fact.Days);
    }

    private void Drop(CaseEvent fact)
    {
        if (Find(fact.Task) is not { } task) return;
        Finish(fact, isDone: false, clock => clock.Face.Task == task.Id && !clock.Is(CaseClockKind.Verify));
        (task.IsOver, task.HoldsNobody, task.Pause) = (true, true, null);
        if (task == lead) lead = null;
    }

    private void EndAll(CaseEvent fact)
    {
        Finish(fact, isDone: false, _ => true);
        pause = null;
        foreach (var task in tasks)
        {
            task.Pause = null;
            task.IsOver |= task.Round == 0; // it waited for its turn, which will not come
        }
    }

    private void FirmGoesOn() => firm?.GoOn();

    private void Finish(CaseEvent fact, bool isDone, Predicate<RunningClock> which)
    {
        foreach (var clock in clocks)
        {
            if (clock.End is null && which(clock)) clock.Finish(fact.At, fact.Step, isDone);
        }
    }

    private RunningClock Start(CaseClock face)
    {
        var clock = new RunningClock(calendar, face);
        clocks.Add(clock);
        return clock;
    }

    private CaseTask? Find(Guid? id) => id is null ? null : tasks.Find(task => task.Id == id);

    private static CaseClock Face(CaseTask task, CaseClockKind kind, DateTimeOffset start)
        => new() { Kind = kind, Task = task.Id, Unit = task.Assigned.Unit, Lead = task.Assigned.Lead, IsRequest = task.Assigned.IsRequest, Start = start, State = default };

    private bool Waits(RunningClock clock) => clock.Face.Kind switch
    {
        CaseClockKind.Firm => pause == PauseReason.Firm || lead?.Pause == PauseReason.Firm,
        CaseClockKind.Ruling or CaseClockKind.Accept or CaseClockKind.Verify => pause is not null || mergedAt is not null,
        _ => pause is not null || mergedAt is not null || Find(clock.Face.Task)?.Pause is not null,
    };

    /// <summary>A merged case stands still where it was merged; its clocks are shown as ended there, and go on when the merge is undone.</summary>
    private CaseClock Face(RunningClock clock, DateTimeOffset asOf)
    {
        if (mergedAt is not { } merged || clock.End is not null) return clock.At(asOf);
        var face = clock.At(merged);
        return face with { End = merged, EndedBy = CaseStep.Merged, State = face.State == CaseClockState.Late ? CaseClockState.Late : CaseClockState.Stopped };
    }
}

using LianMeng.Capabilities.Calendars.Public;
using LianMeng.Engine.Calendar;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>The working-time clocks of difficulties: replayed by the engine from the ledger's facts, by the calendar and the limits that are set.</summary>
public sealed class DifficultyClocks(DifficultyLog log, WorkCalendars calendars, SettingValues settings, TimeProvider clock)
{
    /// <summary>The calendar that holds now; the same throughout one use case.</summary>
    public WorkCalendar Calendar => field ??= calendars.Current;

    /// <summary>What is set today. Every fact that starts a clock carries the days of its own time, so that a change of settings changes nothing that runs.</summary>
    public CaseLimits Limits => field ??= new()
    {
        Accept = settings.Of(DifficultiesCapability.AcceptDays), Acknowledge = settings.Of(DifficultiesCapability.AcknowledgeDays), Dispute = settings.Of(DifficultiesCapability.DisputeDays), Quick = settings.Of(DifficultiesCapability.QuickDays),
        General = settings.Of(DifficultiesCapability.LeadDays), Project = settings.Of(DifficultiesCapability.LeadDays), Assisting = settings.Of(DifficultiesCapability.AssistDays), Verification = settings.Of(DifficultiesCapability.VerifyDays),
    };

    /// <summary>Working days that a task has.</summary>
    internal int DaysOf(Difficulty difficulty, DifficultyTask task) => task.Days ?? (task.IsLead ? Limits.Lead(Of(difficulty.Track)) : Limits.Assisting);

    /// <summary>UTC; until when a unit may say that it is not theirs.</summary>
    public DateTime DisputeLimit(DateTime assignedAt) => Calendar.Limit(Utc(assignedAt), Limits.Dispute).UtcDateTime;

    /// <summary>UTC; until when the firms may say something before they are asked.</summary>
    public DateTime VerifyLimit(DateTime answeredAt) => Calendar.Limit(Utc(answeredAt), Limits.Verification).UtcDateTime;

    /// <summary>The last day on which more time may be asked for: one working day before the limit.</summary>
    public DateOnly LastDayToAsk(DateTime limit)
    {
        var day = ChinaTime.Today(limit).AddDays(-1);
        while (!Calendar.IsWorkingDay(day)) day = day.AddDays(-1);
        return day;
    }

    /// <summary>The clocks of a difficulty now.</summary>
    /// <param name="unsaved">steps of the running save, which the ledger has not got yet</param>
    public async Task<IReadOnlyList<CaseClock>> OfAsync(Guid id, IReadOnlyList<DifficultyMoved> unsaved, CancellationToken cancellation)
    {
        var lines = await log.OfAsync(id, cancellation);
        var (last, now) = (lines.Count == 0 ? 0 : lines[^1].Seq, clock.GetUtcNow());
        return CaseClocks.Replay([.. lines.Select(l => Of(l.Seq, Utc(l.At), l.Fact)), .. unsaved.Select((fact, i) => Of(last + i + 1, now, fact))], Limits, Calendar, now);
    }

    /// <summary>The clocks of many difficulties, read in one go.</summary>
    internal async Task<IReadOnlyDictionary<Guid, IReadOnlyList<CaseClock>>> OfManyAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return (await EventsAsync(ids, cancellation)).ToDictionary(c => c.Key, c => CaseClocks.Replay(c.Value, Limits, Calendar, now));
    }

    /// <summary>What happened in many difficulties, as the engine reads it.</summary>
    internal async Task<IReadOnlyDictionary<Guid, IReadOnlyList<CaseEvent>>> EventsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
        => (await log.OfManyAsync(ids, cancellation)).ToDictionary(c => c.Key, c => (IReadOnlyList<CaseEvent>)[.. c.Value.Select(l => Of(l.Seq, Utc(l.At), l.Fact))]);

    /// <summary>UTC; the earliest limit that runs.</summary>
    internal static DateTime? NextOf(IEnumerable<CaseClock> clocks) => CaseClocks.NextLimit(clocks)?.UtcDateTime;

    /// <summary>UTC; the earliest limit that runs of each task.</summary>
    internal static IReadOnlyDictionary<Guid, DateTime> ByTask(IEnumerable<CaseClock> clocks)
        => clocks.Where(c => c is { Task: not null, Limit: not null, End: null } && c.State is CaseClockState.Running or CaseClockState.Late && c.Kind is CaseClockKind.Acknowledge or CaseClockKind.Handle or CaseClockKind.Milestone)
            .GroupBy(c => c.Task!.Value).ToDictionary(g => g.Key, g => g.Min(c => c.Limit!.Value).UtcDateTime);

    /// <summary>还剩 2 个工作日 3 小时, 超期 4 小时; nothing where no limit runs.</summary>
    public (string Words, bool IsOverdue) Remaining(DateTime? limit, DateTime now)
    {
        if (limit is not { } until) return ("", false);
        var (from, to) = (Utc(now), Utc(until));
        return now > until ? ($"超期 {Words(Calendar.Minutes(to, from))}", true) : ($"还剩 {Words(Calendar.Minutes(from, to))}", false);
    }

    /// <summary>Working minutes in words: 2 个工作日 3 小时.</summary>
    public string Words(int minutes)
    {
        var (days, rest) = Math.DivRem(Math.Abs(minutes), Calendar.Hours.MinutesADay);
        var (hours, left) = Math.DivRem(rest, 60);
        return days > 0 ? $"{days} 个工作日{(hours > 0 ? $" {hours} 小时" : "")}" : hours > 0 ? $"{hours} 小时{(left > 0 ? $" {left} 分" : "")}" : $"{left} 分钟";
    }

    private static CaseEvent Of(long seq, DateTimeOffset at, DifficultyMoved fact) => new(seq, at, Enum.Parse<CaseStep>(fact.Step.ToString()))
    {
        Task = fact.TaskId, Unit = fact.UnitId, Lead = fact.Lead, IsRequest = fact.IsRequest, After = fact.After ?? [], Beneficiary = fact.BeneficiaryId, Pause = fact.Waits is { } waits ? Enum.Parse<PauseReason>(waits.ToString()) : null, NewLimit = fact.NewLimit,
        Track = fact.Track is { } track ? Of(track) : null, Upheld = fact.Stays is { } stays ? !stays : null, Satisfied = fact.Satisfied, Milestones = fact.Milestones is { } promised ? [.. promised.Select(m => new CaseMilestone(m.Id, m.Due))] : null, Milestone = fact.MilestoneId, Days = fact.Days,
    };

    private static CaseTrack Of(DifficultyTrack track) => Enum.Parse<CaseTrack>(track.ToString());

    private static DateTimeOffset Utc(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}

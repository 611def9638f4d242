using LianMeng.Engine.Calendar;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Calendars.Public;

/// <summary>
/// The calendar that holds now, from memory: the State Council's days that came with the program, changed by the notices an administrator entered, in the hours he set.
/// A change is seen on this node at once and on every other within a second.
/// </summary>
public sealed class WorkCalendars(TrustedScopes scopes, LedgerSignal signal, ILogger<WorkCalendars> logger) : LedgerFollower(scopes, signal, logger)
{
    /// <summary>On every fact that changes the calendar: who stored something reckoned with it (a board's next limit) reacts to facts of this subject.</summary>
    public static readonly Guid SubjectId = new("00000000-0000-7000-8000-000000000003");

    private volatile WorkCalendar current = Of(WorkHours.Default, []);

    public override string Title => "工作日历";

    public override IReadOnlyList<FollowerSize> Sizes => [new("calendarDays", "放假和调休日", current.Days.Count)];

    public WorkCalendar Current => current;

    protected override async Task LoadAsync(AppDb db, CancellationToken cancellation)
    {
        var hours = await db.Set<BusinessHours>().AsNoTracking().FirstOrDefaultAsync(cancellation);
        var notices = await db.Set<HolidayNotice>().AsNoTracking().Where(n => n.WithdrawnAt == null).ToListAsync(cancellation);
        current = Of(hours?.Hours ?? WorkHours.Default, notices);
    }

    protected override Task FollowAsync(AppDb db, IReadOnlyCollection<Guid> changed, CancellationToken cancellation)
        => changed.Contains(SubjectId) ? LoadAsync(db, cancellation) : Task.CompletedTask;

    /// <summary>A later notice corrects an earlier one. A year counts as published only when the one before it is.</summary>
    private static WorkCalendar Of(WorkHours hours, IReadOnlyCollection<HolidayNotice> notices)
    {
        var last = PublishedHolidays.LastYear;
        while (notices.Any(n => n.WholeYear == last + 1)) last++;
        var entered = notices.OrderBy(n => n.IssuedOn).ThenBy(n => n.Id).SelectMany(n => n.Days);
        return new(hours, PublishedHolidays.Days.Concat(entered), last);
    }
}

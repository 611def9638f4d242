using LianMeng.Capabilities.Calendars.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Calendars;

/// <summary>The working calendar of the city: which days are worked, from when to when, and what follows for limits.</summary>
public sealed class CalendarsCapability : Capability
{
    public static readonly Permission Manage = new("calendars.manage", "登记放假通知、设定工作时间", Role.SystemAdministrator);

    public override string Title => "工作日历";

    public override IReadOnlyList<Permission> Permissions => [Manage];

    public override IReadOnlyList<MenuLine> Menu => [new("工作日历", "/calendar", "calendar", "", 16, Access.SignedIn)];

    public override void AddServices(IServiceCollection services) => services.AddFollower<WorkCalendars>();

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.Get<ShowCalendar>("/api/calendar", "一年的工作日历");
        api.List<ListCalendarDays>("/api/calendar/days", "工作日历");
        api.Get<ShowLimit>("/api/calendar/limit", "若干工作日后的期限");
        api.Get<ShowMinutes>("/api/calendar/minutes", "两个时刻之间的工作分钟");
        api.List<ListHolidayNotices>("/api/calendar/notices", "放假通知");
        api.Post<EnterHolidayNotice>("/api/calendar/notices", "登记放假通知");
        api.Delete<WithdrawHolidayNotice>("/api/calendar/notices/{id}", "撤销一份放假通知");
        api.Put<ChangeBusinessHours>("/api/calendar/hours", "设定工作时间");
    }
}

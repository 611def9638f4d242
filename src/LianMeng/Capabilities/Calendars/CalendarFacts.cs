using LianMeng.Capabilities.Calendars.Public;
using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Calendars;

/// <summary>From now on limits are reckoned with the days of this notice: provisional ones that reach into its year are recomputed by it.</summary>
public sealed record HolidayNoticeEntered(Guid NoticeId, DateOnly IssuedOn, int? WholeYear, int OffDays, int WorkedDays) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [NoticeId, WorkCalendars.SubjectId];
    public override string Words => WholeYear is { } year ? $"登记放假通知：{year} 年的暂定期限随之重算" : "登记放假通知：有关期限随之重算";
}

public sealed record HolidayNoticeWithdrawn(Guid NoticeId, int? WholeYear) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [NoticeId, WorkCalendars.SubjectId];
    public override string Words => "撤销放假通知：有关期限随之重算";
}

public sealed record BusinessHoursChanged(string Before, string After) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [BusinessHours.OnlyId, WorkCalendars.SubjectId];
    public override string Words => "设定工作时间";
    public override IReadOnlyList<FieldChange> Details => [new("工作时间", Before, After)];
}

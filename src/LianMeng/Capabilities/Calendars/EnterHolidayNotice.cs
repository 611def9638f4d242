using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Calendars;

/// <summary>Enters a notice of the State Council that the program does not have yet; the calendar holds it on every node within a second.</summary>
public sealed class EnterHolidayNotice(UseCaseContext context) : Command<EnterHolidayNotice.Input, EnterHolidayNotice.Entered>(context)
{
    public sealed class Input
    {
        [Display(Name = "文号"), Required, StringLength(HolidayNotice.NumberLimit, MinimumLength = 2)]
        public string? Number { get; set; }

        [Display(Name = "发文日期"), Required]
        public DateOnly? IssuedOn { get; set; }

        [Display(Name = "出处"), StringLength(HolidayNotice.SourceLimit)]
        public string? Source { get; set; }

        [Display(Name = "全年安排的年份"), Range(2007, 2100)]
        public int? WholeYear { get; set; }

        [Display(Name = "放假和上班的日子"), Required, StringLength(HolidayNotice.TextLimit)]
        public string? Text { get; set; }
    }

    public sealed record Entered(Guid Id) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => "/api/calendar/notices";
    }

    public override Access Access => Access.Needs(CalendarsCapability.Manage);

    protected override Outcome<Entered> OnDuplicate() => Outcome<Entered>.Invalid("number", "这份通知已经登记；登记有误的，请先撤销再重新登记。");

    protected override Task<Outcome<Entered>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (input.IssuedOn > ChinaTime.Today(Now)) return Invalid("issuedOn", "发文日期不能晚于今天。");
        if (!NoticeLines.TryRead(input.Text, out var days, out var problem)) return Invalid("text", problem!);
        // holidays around New Year are arranged by the notice of one year or the other
        if (input.WholeYear is { } year && days.Any(day => Math.Abs(day.Day.Year - year) > 1)) return Invalid("text", $"{year} 年的安排里有别的年份的日子，请核对。");
        if (input.WholeYear is { } whole && !days.Any(day => day.Day.Year == whole && day.IsOff)) return Invalid("wholeYear", $"下面没有一个 {whole} 年的放假日；只调整个别日子的通知，这里请留空。");

        var notice = HolidayNotice.Enter(input.Number!, input.IssuedOn!.Value, input.Source, input.WholeYear, input.Text!, Now);
        Db.Add(notice);
        Record(new HolidayNoticeEntered(notice.Id, notice.IssuedOn, notice.WholeYear, days.Count(day => day.IsOff), days.Count(day => !day.IsOff)));
        return Task.FromResult(Outcome<Entered>.Done(new(notice.Id)));
    }

    private static Task<Outcome<Entered>> Invalid(string field, string message) => Task.FromResult(Outcome<Entered>.Invalid(field, message));
}

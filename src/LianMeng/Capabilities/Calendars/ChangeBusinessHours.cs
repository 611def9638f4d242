using System.ComponentModel.DataAnnotations;
using System.Globalization;
using LianMeng.Engine.Calendar;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Calendars;

/// <summary>Sets the hours of a working day. Clocks are replayed from facts, so every limit is reckoned anew with them.</summary>
public sealed class ChangeBusinessHours(UseCaseContext context) : Command<ChangeBusinessHours.Input, string>(context)
{
    public sealed class Input
    {
        [Display(Name = "上午上班"), Required, StringLength(5)]
        public string? MorningFrom { get; set; }

        [Display(Name = "上午下班"), Required, StringLength(5)]
        public string? MorningTo { get; set; }

        [Display(Name = "下午上班"), Required, StringLength(5)]
        public string? AfternoonFrom { get; set; }

        [Display(Name = "下午下班"), Required, StringLength(5)]
        public string? AfternoonTo { get; set; }

        public Guid? Version { get; set; }
    }

    public override Access Access => Access.Needs(CalendarsCapability.Manage);

    protected override Outcome<string> OnDuplicate() => Outcome<string>.Conflict();

    protected override async Task<Outcome<string>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        TimeOnly Read(string field, string? text)
        {
            if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
            errors[field] = ["应为 24 小时制的时刻，例如 09:00。"];
            return default;
        }

        var (from, to) = (Read("morningFrom", input.MorningFrom), Read("morningTo", input.MorningTo));
        var (again, close) = (Read("afternoonFrom", input.AfternoonFrom), Read("afternoonTo", input.AfternoonTo));
        if (errors.Count > 0) return Outcome<string>.Invalid(errors);
        if (WorkHours.TryOf(from, to, again, close, out var problem) is not { } hours) return Outcome<string>.Invalid("morningFrom", problem!);

        var row = await Db.Set<BusinessHours>().FirstOrDefaultAsync(cancellation);
        var before = row?.Hours ?? WorkHours.Default;
        if (before == hours) return Outcome<string>.Done(BusinessHours.Words(hours));
        // A form that was drawn before there was a row cannot name its version: somebody else was first.
        if (row is null) Db.Add(row = BusinessHours.Create());
        else Expect(row, input.Version);
        row.Set(hours);
        Record(new BusinessHoursChanged(BusinessHours.Words(before), BusinessHours.Words(hours)));
        return Outcome<string>.Done(BusinessHours.Words(hours));
    }
}

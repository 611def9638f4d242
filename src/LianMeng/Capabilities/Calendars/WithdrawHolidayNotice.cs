using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Calendars;

/// <summary>A notice that was entered wrongly holds no more; it stays in the list.</summary>
public sealed class WithdrawHolidayNotice(UseCaseContext context) : Command<WithdrawHolidayNotice.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "撤销原因"), Required, StringLength(HolidayNotice.ReasonLimit)]
        public string? Reason { get; set; }
    }

    public override Access Access => Access.Needs(CalendarsCapability.Manage);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var notice = await Db.Set<HolidayNotice>().FirstOrDefaultAsync(n => n.Id == input.Id, cancellation);
        if (notice is null) return Outcome<Guid>.NotFound();
        if (input.Version is { } seen && seen != notice.Version) return Outcome<Guid>.Conflict();
        Expect(notice, input.Version);
        if (!notice.Withdraw(input.Reason!, Now)) return Outcome<Guid>.Refused("这份通知已经撤销。");
        Record(new HolidayNoticeWithdrawn(notice.Id, notice.WholeYear));
        return Outcome<Guid>.Done(notice.Id);
    }
}

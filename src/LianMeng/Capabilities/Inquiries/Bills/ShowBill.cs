using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>One bill: its name, and how far its inquiries are.</summary>
public sealed class ShowBill(UseCaseContext context) : Show<ShowBill.Input, ShowBill.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    /// <param name="Asked">lines that some maker was asked for</param>
    /// <param name="Inquiries">makers that were asked</param>
    /// <param name="Answered">of these, those that gave a price</param>
    /// <param name="Open">inquiries that are not ended</param>
    /// <param name="IsDue">answered and past the last day: to be compared</param>
    public sealed record View(Guid Id, Guid Version, string Name, int Lines, int Asked, int Inquiries, int Answered, int Open, bool IsDue, DateTime CreatedAt, DateTime UpdatedAt);

    public override Access Access => Access.Needs(InquiriesCapability.Use);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var bill = await Db.Set<Bill>().AsNoTracking().SeenBy(Actor).Where(b => b.Id == input.Id).Select(b => new { b.Id, b.Version, b.Name, Lines = b.Lines.Count, b.CreatedAt, b.UpdatedAt }).FirstOrDefaultAsync(cancellation);
        if (bill is null) return null;
        var today = ChinaTime.Today(Now);
        var inquiries = await Db.Set<Inquiry>().AsNoTracking().Where(i => i.BillId == bill.Id).Select(i => new { i.SellerId, i.State, i.AnswerBy, Lines = i.Lines.Select(l => l.BillLineId), HasPrice = i.Lines.Any(l => l.Price != null) }).ToListAsync(cancellation);
        return new(bill.Id, bill.Version, bill.Name, bill.Lines, inquiries.SelectMany(i => i.Lines).Distinct().Count(), inquiries.Select(i => i.SellerId).Distinct().Count(), inquiries.Where(i => i.HasPrice).Select(i => i.SellerId).Distinct().Count(),
            inquiries.Count(i => i.State is InquiryState.Sent or InquiryState.Answered or InquiryState.Declined), inquiries.Exists(i => i.State == InquiryState.Answered && i.AnswerBy < today), bill.CreatedAt, bill.UpdatedAt);
    }
}

using LianMeng.Capabilities.Inquiries.Bills;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>Ends what nobody answered by its last day, and tells the asking firm that it can compare. Nothing waits for it: past its day an inquiry cannot be answered already.</summary>
public sealed class ExpireInquiries(UseCaseContext context, InquiryNotices notices) : Command<ExpireInquiries.Input, int>(context)
{
    private const int Most = 2000, LookBack = 3;

    public sealed class Input;

    public override Access Access => Access.Program;

    protected override async Task<Outcome<int>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(Now);
        var over = await Db.Set<Inquiry>().Include(i => i.Lines).Where(i => i.DistrictId == Actor.WriteDistrict && i.State == InquiryState.Sent && i.AnswerBy < today).OrderBy(i => i.AnswerBy).Take(Most).ToListAsync(cancellation);
        foreach (var inquiry in over)
        {
            if (inquiry.Expire(today, Now)) Record(new InquiryMoved(inquiry.Id, InquiryStep.Expired, inquiry.State, inquiry.Lines.Count));
        }

        // A few days back, so that a day on which nothing ran is made up for; each is told once.
        var since = today.AddDays(-LookBack);
        var ended = await Db.Set<Inquiry>().AsNoTracking().Where(i => i.DistrictId == Actor.WriteDistrict && i.AnswerBy < today && i.AnswerBy >= since && i.State != InquiryState.Closed)
            .Select(i => new { i.BuyerId, i.BillId, i.AnswerBy, HasPrice = i.Lines.Any(l => l.Price != null) }).ToListAsync(cancellation);
        var bills = ended.ConvertAll(e => e.BillId).Distinct().ToList();
        var names = await Db.Set<Bill>().AsNoTracking().Where(b => bills.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name, cancellation);
        foreach (var bill in ended.Where(e => names.ContainsKey(e.BillId)).GroupBy(e => (e.BuyerId, e.BillId, e.AnswerBy)))
            await notices.TellDueAsync(bill.Key.BuyerId, bill.Key.BillId, names[bill.Key.BillId], bill.Key.AnswerBy, bill.Count(e => e.HasPrice), cancellation);
        return Outcome<int>.Done(over.Count);
    }
}

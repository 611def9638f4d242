using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>One line of a bill, to be changed.</summary>
public sealed class ShowBillLine(UseCaseContext context) : Show<ShowBillLine.Input, ShowBillLine.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
        public Guid LineId { get; set; }
    }

    /// <param name="Version">the bill's: its lines have none of their own</param>
    public sealed record View(Guid Id, Guid BillId, Guid Version, string BillName, int Place, BillGoods Goods);

    public override Access Access => Access.Needs(InquiriesCapability.Use);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var bill = await Db.Set<Bill>().AsNoTracking().SeenBy(Actor).Where(b => b.Id == input.Id).Select(b => new { b.Id, b.Version, b.Name, Line = b.Lines.FirstOrDefault(l => l.Id == input.LineId) }).FirstOrDefaultAsync(cancellation);
        return bill?.Line is { } line ? new(line.Id, bill.Id, bill.Version, bill.Name, line.Place, line.Goods) : null;
    }
}

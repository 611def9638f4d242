using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>Deletes a bill with its lines and its ended inquiries. While makers may still answer it stays.</summary>
public sealed class RemoveBill(UseCaseContext context) : BillCommand<RemoveBill.Input>(context)
{
    public sealed class Input : IBillInput
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
    }

    protected override async Task<Outcome<Guid>?> DoAsync(Bill bill, Input input, CancellationToken cancellation)
    {
        var inquiries = await Db.Set<Inquiry>().Include(i => i.Lines).Where(i => i.BillId == bill.Id).ToListAsync(cancellation);
        if (inquiries.Count(i => i.IsOpen) is > 0 and var open) return Outcome<Guid>.Refused($"还有 {open} 家的询价没有结束，供应商还在报价；请先在比价表里“结束询价”，再删除清单。");
        Db.RemoveRange(inquiries);
        Db.Remove(bill);
        Record(new BillKept(bill.Id, BillChange.Removed, bill.Lines.Count));
        return null;
    }
}

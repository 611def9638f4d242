using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Inquiries.Bills;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>A firm left the register: its open inquiries end, and its bills, which nobody else may read, are deleted.</summary>
public sealed class CloseInquiriesOfFirm(UseCaseContext context) : Command<CloseInquiriesOfFirm.Input, int>(context)
{
    public sealed class Input
    {
        [Display(Name = "企业")]
        public Guid OrganisationId { get; set; }
    }

    public override Access Access => Access.Program;

    protected override async Task<Outcome<int>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var inquiries = (await Db.Set<Inquiry>().Include(i => i.Lines).Where(i => i.DistrictId == Actor.WriteDistrict && (i.SellerId == input.OrganisationId || i.BuyerId == input.OrganisationId)).ToListAsync(cancellation)).Where(i => i.Close(Now)).ToList();
        foreach (var inquiry in inquiries) Record(new InquiryMoved(inquiry.Id, InquiryStep.FirmLeft, inquiry.State, inquiry.Lines.Count));
        var bills = await Db.Set<Bill>().Include(b => b.Lines).Where(b => b.DistrictId == Actor.WriteDistrict && b.OrganisationId == input.OrganisationId).ToListAsync(cancellation);
        foreach (var bill in bills) Record(new BillKept(bill.Id, BillChange.Removed, bill.Lines.Count));
        Db.RemoveRange(bills);
        return Outcome<int>.Done(inquiries.Count);
    }
}

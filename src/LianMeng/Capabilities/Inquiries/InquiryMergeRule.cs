using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>What an entry asked or was asked, the firm was that it turned out to be. What would be open twice, or between the firm and itself, ends.</summary>
internal sealed class InquiryMergeRule(AppDb db, TimeProvider clock) : OrganisationMergeRule
{
    public override string Name => "询价";

    public override async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellation)
    {
        var all = await db.Set<Inquiry>().Where(i => i.SellerId == from || i.BuyerId == from || i.SellerId == to || i.BuyerId == to).ToListAsync(cancellation);
        var open = all.Where(i => i.IsOpen && i.SellerId != from && i.BuyerId != from).Select(i => (i.BuyerId, i.SellerId, i.BillId)).ToHashSet();
        var moved = new List<Guid>();
        foreach (var inquiry in all.Where(i => i.SellerId == from || i.BuyerId == from))
        {
            var (buyer, seller) = (inquiry.BuyerId == from ? to : inquiry.BuyerId, inquiry.SellerId == from ? to : inquiry.SellerId);
            if (buyer == seller || (inquiry.IsOpen && !open.Add((buyer, seller, inquiry.BillId)))) inquiry.Close(clock.GetUtcNow().UtcDateTime);
            if (buyer == seller) continue;
            inquiry.Replace(from, to);
            moved.Add(inquiry.Id);
        }

        return moved;
    }

    public override async Task<int> MoveBackAsync(Guid from, Guid to, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var inquiries = await db.Set<Inquiry>().Where(i => ids.Contains(i.Id) && (i.SellerId == to || i.BuyerId == to) && i.SellerId != from && i.BuyerId != from).ToListAsync(cancellation);
        foreach (var inquiry in inquiries) inquiry.Replace(to, from);
        return inquiries.Count;
    }
}

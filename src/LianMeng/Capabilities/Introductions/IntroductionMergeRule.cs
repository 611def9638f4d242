using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Introductions;

/// <summary>Whom an entry was introduced to, the firm was that it turned out to be. What would be open twice, or between the firm and itself, ends, and its contacts are deleted.</summary>
internal sealed class IntroductionMergeRule(AppDb db, TimeProvider clock) : OrganisationMergeRule
{
    public override string Name => "对接";

    public override async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellation)
    {
        var all = await db.Set<Introduction>().Where(i => i.SellerId == from || i.BuyerId == from || i.SellerId == to || i.BuyerId == to).ToListAsync(cancellation);
        var there = all.Where(i => i.IsOpen && i.SellerId != from && i.BuyerId != from).Select(i => (i.SellerId, i.BuyerId, i.ProductKey)).ToHashSet();
        var (moved, dropped) = (new List<Guid>(), new List<Guid>());
        foreach (var introduction in all.Where(i => i.SellerId == from || i.BuyerId == from))
        {
            var (seller, buyer) = (introduction.SellerId == from ? to : introduction.SellerId, introduction.BuyerId == from ? to : introduction.BuyerId);
            if (seller == buyer || (introduction.IsOpen && !there.Add((seller, buyer, introduction.ProductKey))))
            {
                if (introduction.IsOpen) introduction.Drop(clock.GetUtcNow().UtcDateTime);
                dropped.Add(introduction.Id);
                if (seller == buyer) continue;
            }

            introduction.Replace(from, to);
            moved.Add(introduction.Id);
        }

        db.RemoveRange(await db.Set<IntroductionContact>().Where(c => dropped.Contains(c.IntroductionId)).ToListAsync(cancellation));
        return moved;
    }

    public override async Task<int> MoveBackAsync(Guid from, Guid to, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var introductions = await db.Set<Introduction>().Where(i => ids.Contains(i.Id) && (i.SellerId == to || i.BuyerId == to) && i.SellerId != from && i.BuyerId != from).ToListAsync(cancellation);
        foreach (var introduction in introductions) introduction.Replace(to, from);
        return introductions.Count;
    }
}

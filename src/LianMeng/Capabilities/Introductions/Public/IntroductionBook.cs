using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Introductions.Public;

/// <summary>Introductions for what grows out of them: a deal, the funnel.</summary>
public sealed class IntroductionBook(AppDb db, Actor actor, FactBuffer facts, TimeProvider clock)
{
    /// <summary>Of the actor's sight: the two firms' people and the officers; null for everybody else.</summary>
    public async Task<IntroductionCard?> FindAsync(Guid id, CancellationToken cancellation)
        => await db.Set<Introduction>().AsNoTracking().SeenBy(actor).FirstOrDefaultAsync(i => i.Id == id, cancellation) is { } found
            ? new(found.Id, found.DistrictId, found.SellerId, found.BuyerId, found.Product, found.ListingId, found.AreContactsShown, found.Stage)
            : null;

    /// <summary>Within the running save: the two agreed on a deal.</summary>
    /// <returns>false when the actor does not see it, or its stage does not allow it: only after both consented</returns>
    public async Task<bool> BecomeDealAsync(Guid id, Guid dealId, CancellationToken cancellation)
    {
        var introduction = await db.Set<Introduction>().SeenBy(actor).FirstOrDefaultAsync(i => i.Id == id, cancellation);
        if (introduction is null) return false;
        var from = introduction.Stage;
        if (!introduction.BecomeDeal(dealId, clock.GetUtcNow().UtcDateTime)) return false;
        facts.Add(new IntroductionMoved(introduction.Id, introduction.SellerId, introduction.BuyerId, null, IntroductionStep.BecameDeal, from, introduction.Stage));
        return true;
    }

    /// <summary>About what a firm was brought together with others that sell to it, as far as the actor sees it.</summary>
    /// <param name="StartedAt">UTC</param>
    public sealed record Bought(Guid Id, Guid SellerId, string Product, IntroductionStage Stage, Guid? DealId, DateTime StartedAt);

    public async Task<IReadOnlyList<Bought>> BoughtAsync(Guid buyer, IReadOnlyCollection<Guid> sellers, CancellationToken cancellation)
        => await db.Set<Introduction>().AsNoTracking().SeenBy(actor).Where(i => i.BuyerId == buyer && sellers.Contains(i.SellerId))
            .Select(i => new Bought(i.Id, i.SellerId, i.Product, i.Stage, i.DealId, i.StartedAt)).ToListAsync(cancellation);

    /// <summary>All of the actor's read districts, for counting; who may see a single one is asked by <see cref="FindAsync"/>.</summary>
    public IQueryable<IntroductionFigure> Figures()
        => db.Set<Introduction>().AsNoTracking().Select(i => new IntroductionFigure
        {
            Id = i.Id,
            DistrictId = i.DistrictId,
            AllianceId = i.AllianceId,
            SellerId = i.SellerId,
            BuyerId = i.BuyerId,
            SuggestedAt = i.StartedAt,
            OfferedAt = i.OfferedAt,
            ConsentedAt = i.ConsentedAt,
            TalkingAt = i.TalkingAt,
            DealAt = i.DealAt,
            DeclinedAt = i.DeclinedAt,
            WithdrawnAt = i.WithdrawnAt,
        });
}

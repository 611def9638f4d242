using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals;

/// <summary>A deal is seen by the two firms and by the officers who may see private needs; for everybody else there is no such deal.</summary>
internal static class DealAccess
{
    public static IQueryable<Deal> SeenBy(this IQueryable<Deal> deals, Actor actor)
    {
        if (actor.May(OrganisationCards.PrivateNeeds)) return deals;
        var own = actor.FirmsFor(DealsCapability.Read);
        return deals.Where(d => own.Contains(d.SellerId) || own.Contains(d.BuyerId));
    }

    /// <summary>What may stand in a figure.</summary>
    public static IQueryable<Deal> InFigures(this IQueryable<Deal> deals) => deals.Where(d => d.Condition != DealCondition.Disputed && d.Condition != DealCondition.Void);

    /// <summary>For which side the actor may speak, or why for none.</summary>
    /// <param name="named">the side that an officer speaks for</param>
    /// <param name="districtId">of the deal</param>
    public static (DealSpeaker? Speaker, string? Problem) SpeakerOf(this Actor actor, Guid districtId, Guid seller, Guid buyer, DealSide? named)
    {
        if (!actor.May(DealsCapability.Act) || districtId != actor.WriteDistrict) return (null, "只有买卖双方，或本区县的专员、书记能办理这笔合作。");
        var own = actor.FirmsFor(DealsCapability.Confirm);
        switch (own.Contains(seller), own.Contains(buyer))
        {
            case (true, true): return (null, "您在买卖双方都有任职，不能替任何一方填报或确认；请由只在一方任职的同事办理。");
            case (true, _): return (new(DealSide.Seller, actor.UserId, OnBehalf: false), null);
            case (_, true): return (new(DealSide.Buyer, actor.UserId, OnBehalf: false), null);
        }

        if (!actor.May(DealsCapability.OnBehalf)) return (null, "只有买卖双方，或本区县的专员、书记能办理这笔合作。");
        return named is { } side ? (new(side, actor.UserId, OnBehalf: true), null) : (null, null);
    }

    /// <summary>With everything that belongs to it, to be changed.</summary>
    public static IQueryable<Deal> Deals(this AppDb db) => db.Set<Deal>().Include(d => d.Lines).Include(d => d.Steps).ThenInclude(s => s.Statements).Include(d => d.Answers);
}

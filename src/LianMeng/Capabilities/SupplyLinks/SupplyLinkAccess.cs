using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>Whom a firm deals with is seen by the two firms and by the officers who may see private needs; for everybody else there is no such link.</summary>
internal static class SupplyLinkAccess
{
    public static IQueryable<SupplyLink> SeenBy(this IQueryable<SupplyLink> links, Actor actor)
    {
        if (actor.May(OrganisationCards.PrivateNeeds)) return links;
        var own = actor.OrganisationId ?? Guid.Empty;
        return links.Where(l => l.SellerId == own || l.BuyerId == own);
    }

    /// <summary>For which side the actor may speak: the own firm's; for officers of the district the side that they name. Null: for none.</summary>
    public static SupplySpeaker? SpeakerOf(this Actor actor, SupplyLink link, SupplySide? named)
    {
        if (!actor.May(SupplyLinksCapability.Declare) || link.DistrictId != actor.WriteDistrict) return null;
        if (link.SideOf(actor.OrganisationId) is { } own) return new(own, actor.UserId, OnBehalf: false);
        return actor.May(SupplyLinksCapability.OnBehalf) && named is { } side ? new(side, actor.UserId, !actor.Trusted) : null;
    }

    public static bool MaySpeak(this Actor actor, SupplyLink link) => actor.SpeakerOf(link, SupplySide.Buyer) is not null;

    /// <summary>With what both sides say, to be changed.</summary>
    public static IQueryable<SupplyLink> Links(this AppDb db) => db.Set<SupplyLink>().Include(l => l.Statements);
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Deals.Substitutions;

/// <summary>What a firm saves is seen by it, by the maker and by the officers who may see private needs.</summary>
internal static class SubstitutionAccess
{
    public static IQueryable<SubstitutionRecord> SeenBy(this IQueryable<SubstitutionRecord> records, Actor actor)
    {
        var standing = records.Where(r => r.WithdrawnAt == null);
        if (actor.May(OrganisationCards.PrivateNeeds)) return standing;
        var own = actor.FirmsFor(DealsCapability.Read);
        return standing.Where(r => own.Contains(r.BuyerId) || own.Contains(r.MakerId));
    }
}

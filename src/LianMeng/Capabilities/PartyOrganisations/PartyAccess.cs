using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.PartyOrganisations;

/// <summary>Who sees which: the organisation line all of its districts, a firm's Party staff those that cover the own firm.</summary>
internal static class PartyAccess
{
    public static IQueryable<PartyOrganisation> SeenBy(this AppDb db, Actor actor)
    {
        var rows = db.Set<PartyOrganisation>().AsNoTracking();
        if (actor.May(PartyOrganisationsCapability.ReadAll)) return rows;
        var own = actor.OrganisationId;
        return rows.Where(p => own != null && p.Covers.Any(c => c.OrganisationId == own));
    }
}

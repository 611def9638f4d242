using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Organisations with what belongs to them.</summary>
internal static class OrganisationRows
{
    /// <summary>With the lists that a statement is compared with; each comes by a question of its own (the data context splits), five in one would multiply.</summary>
    public static IQueryable<Organisation> Whole(this IQueryable<Organisation> firms)
        => firms.Include(o => o.Products).Include(o => o.Qualifications).Include(o => o.Contacts).Include(o => o.Sites);

    /// <summary>May this person see what an organisation keeps to itself: figures, purchases, prices, contacts?</summary>
    public static bool SeesPrivate(this Actor actor, Guid organisationId) => actor.May(OrganisationsCapability.ReadPrivate) || actor.OrganisationId == organisationId;

    /// <summary>A firm's purchasing clerk keeps its products and nothing else.</summary>
    public static bool MayKeepProducts(this Actor actor, Organisation firm)
        => firm.DistrictId == actor.WriteDistrict && actor.OrganisationId == firm.Id && actor.May(OrganisationsCapability.KeepProducts);

    /// <summary>May this person change the organisation's data?</summary>
    public static bool MayKeep(this Actor actor, Organisation firm)
        => firm.DistrictId == actor.WriteDistrict && (actor.May(OrganisationsCapability.Change) || (actor.OrganisationId == firm.Id && actor.May(OrganisationsCapability.Keep)));
}

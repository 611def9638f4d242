using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Listings;

/// <summary>Who may do what with a listing of the own district. Beyond it there is only the published projection.</summary>
internal static class ListingAccess
{
    /// <summary>Its firm's own people, and the district's officers who act for firms.</summary>
    public static bool MayChange(this Actor actor, Listing listing)
        => actor.WriteDistrict == listing.DistrictId && actor.May(ListingsCapability.Post)
            && (actor.May(ListingsCapability.OnBehalf) || (listing.OrganisationId is { } firm && firm == actor.OrganisationId));

    /// <summary>Officers of its district; for the whole city those who read it all.</summary>
    public static bool SeesAll(this Actor actor) => actor.May(ListingsCapability.Oversee);
}

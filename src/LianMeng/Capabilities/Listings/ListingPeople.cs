using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Listings;

/// <summary>Who is told of a listing's fate: its firm's people; where the firm has none here, the district's secretaries who posted for it.</summary>
internal static class ListingPeople
{
    public static async Task<IReadOnlyList<PeopleOf.Holder>> OfAsync(Listing listing, PeopleOf people, CancellationToken cancellation)
    {
        var own = listing.OrganisationId is { } firm ? await people.OfOrganisationsAsync([firm], cancellation) : [];
        return own.Count > 0 ? own : await people.OfDistrictAsync(listing.DistrictId, Role.AllianceSecretary, cancellation);
    }
}

using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Matching;

/// <summary>A saved search is its person's alone, in the district in which it was saved.</summary>
internal static class SavedSearchAccess
{
    public static IQueryable<SavedSearch> OwnOf(this IQueryable<SavedSearch> searches, Actor actor)
    {
        var (user, district) = (actor.UserId, actor.WriteDistrict);
        return searches.Where(s => s.UserId == user && s.DistrictId == district);
    }
}

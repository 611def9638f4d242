using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.ByProductUses;

/// <summary>What a firm takes is for all of the district to know; what it earns by it is its own business and its officers'.</summary>
internal static class ByProductUseAccess
{
    public static bool MayKeep(this Actor actor, ByProductUse use)
        => use.DistrictId == actor.WriteDistrict && actor.May(ByProductUsesCapability.Keep) && (use.OrganisationId == actor.OrganisationId || actor.May(ByProductUsesCapability.OnBehalf));

    public static bool SeesPrices(this Actor actor, Guid organisation) => actor.May(OrganisationCards.PrivateNeeds) || organisation == actor.OrganisationId;
}

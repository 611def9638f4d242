using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.FigureConsents;

/// <summary>To whom a consent was given, as seen by an actor.</summary>
internal static class FigureConsentAccess
{
    /// <summary>What was given to the actor: as one who speaks for an organisation and may use it, or as an officer of that very district.</summary>
    /// <param name="orBy">With what the actor's own firm gave.</param>
    public static IQueryable<FigureConsent> GivenTo(this IQueryable<FigureConsent> consents, Actor actor, bool orBy = false)
    {
        var giver = orBy && actor.OrganisationId is { } firm ? firm : Guid.Empty;
        var own = actor.OrganisationId is { } organisation && actor.May(FigureConsentsCapability.Use) ? organisation : Guid.Empty;
        // a city officer writes to no district, and no program is anybody's officer
        var office = !actor.Trusted && actor.WriteDistrict != DistrictIds.City && actor.May(OrganisationCards.PrivateNeeds) ? actor.WriteDistrict : Guid.Empty;
        return consents.Where(c => (own != Guid.Empty && c.Recipient == ConsentRecipient.Organisation && c.RecipientId == own)
            || (office != Guid.Empty && c.Recipient == ConsentRecipient.ChainOffice && c.RecipientId == office && c.DistrictId == office)
            || (giver != Guid.Empty && c.OrganisationId == giver));
    }

    /// <summary>What the actor's own firm gave.</summary>
    public static IQueryable<FigureConsent> GivenBy(this IQueryable<FigureConsent> consents, Actor actor)
    {
        var own = actor.OrganisationId ?? Guid.Empty;
        return consents.Where(c => own != Guid.Empty && c.OrganisationId == own);
    }
}

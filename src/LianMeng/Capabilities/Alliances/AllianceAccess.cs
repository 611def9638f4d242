using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Alliances;

/// <summary>In which alliances an actor may do what: a post in one carries nothing in another.</summary>
internal static class AllianceAccess
{
    /// <summary>Alliances whose inside the actor sees: registers, reviews, reasons.</summary>
    public static IQueryable<Alliance> Within(this IQueryable<Alliance> alliances, Actor actor, Permission permission)
    {
        var (all, ids) = actor.Reach(permission);
        return all ? alliances : alliances.Where(a => ids.Contains(a.Id));
    }

    /// <summary>Those inside, and whoever the entry is for.</summary>
    public static bool SeesEntry(this Actor actor, RegisterEntry entry) => actor.MayIn(entry.AllianceId, AlliancesCapability.Oversee) || actor.OwnsEntry(entry);

    /// <summary>The hand-over sheet of a term that was served: for the two that hand over, and those inside.</summary>
    /// <param name="next">who takes over; null while nobody accepted</param>
    public static bool SeesSheet(this Actor actor, ChairTerm term, ChairTerm? next)
        => term.IsServed && (actor.MayIn(term.AllianceId, AlliancesCapability.Oversee) || (actor.OrganisationId is { } own && (own == term.OrganisationId || own == next?.OrganisationId)));

    /// <summary>The one accepted that follows a term; null while there is none.</summary>
    /// <param name="terms">those of its alliance</param>
    public static ChairTerm? NextAfter(this IEnumerable<ChairTerm> terms, ChairTerm term)
        => terms.Where(t => t.State == ChairState.Accepted && t.From > term.From).MinBy(t => t.From);

    public static bool OwnsEntry(this Actor actor, RegisterEntry entry)
        => (entry.OwnerOrganisationId is { } organisation && organisation == actor.OrganisationId) || (entry.OwnerId is { } person && person == actor.UserId);
}

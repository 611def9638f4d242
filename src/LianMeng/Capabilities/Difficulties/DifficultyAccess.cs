using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>Who sees a difficulty: whoever raised it, the firms it concerns, the units that handle it, and the officers and secretaries above. For everybody else there is none.</summary>
internal static class DifficultyAccess
{
    public static IQueryable<Difficulty> SeenBy(this IQueryable<Difficulty> difficulties, Actor actor)
    {
        var (all, alliances) = actor.Reach(DifficultiesCapability.Oversee);
        if (all) return difficulties;
        var (user, firms, units) = (actor.UserId, actor.FirmsFor(DifficultiesCapability.Speak), actor.FirmsFor(DifficultiesCapability.Handle));
        return difficulties.Where(d => (user != null && d.RaisedBy == user) || (d.AllianceId != null && alliances.Contains(d.AllianceId.Value)) || (d.RaisedByOrganisationId != null && firms.Contains(d.RaisedByOrganisationId.Value))
            || d.Beneficiaries.Any(b => firms.Contains(b.OrganisationId)) || d.Tasks.Any(t => t.State != DifficultyTaskState.Dropped && units.Contains(t.UnitId)));
    }

    /// <summary>A post in one alliance carries nothing in another, nor for what belongs to none.</summary>
    public static bool MayOn(this Actor actor, Difficulty difficulty, Permission permission) => difficulty.DistrictId == actor.WriteDistrict && actor.MayIn(difficulty.AllianceId ?? Guid.Empty, permission);

    /// <summary>Is it one of the actor's units that has this task?</summary>
    public static bool Handles(this Actor actor, DifficultyTask task) => task.DistrictId == actor.WriteDistrict && (actor.Trusted || actor.FirmsFor(DifficultiesCapability.Handle).Contains(task.UnitId));

    /// <summary>The firms concerned for which the actor speaks.</summary>
    public static IReadOnlyList<DifficultyBeneficiary> Speaking(this Actor actor, Difficulty difficulty)
    {
        var own = actor.FirmsFor(DifficultiesCapability.Speak);
        return [.. difficulty.Beneficiaries.Where(b => own.Contains(b.OrganisationId))];
    }

    /// <summary>Does the actor read what those write who handle it? Not the firms, nor who only raised it.</summary>
    public static bool SeesInside(this Actor actor, Difficulty difficulty)
        => actor.MayIn(difficulty.AllianceId ?? Guid.Empty, DifficultiesCapability.Oversee) || difficulty.Tasks.Any(t => t.State != DifficultyTaskState.Dropped && actor.FirmsFor(DifficultiesCapability.Handle).Contains(t.UnitId));

    /// <summary>Did the actor raise it, or the actor's firm?</summary>
    public static bool Raised(this Actor actor, Difficulty difficulty)
        => (difficulty.RaisedBy is { } person && person == actor.UserId) || (difficulty.RaisedByOrganisationId is { } firm && actor.FirmsFor(DifficultiesCapability.Speak).Contains(firm));
}

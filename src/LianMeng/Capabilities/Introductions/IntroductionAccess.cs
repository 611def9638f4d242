using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Introductions;

/// <summary>Whom a firm talks to is seen by the two firms and by the officers; for everybody else there is no such introduction.</summary>
internal static class IntroductionAccess
{
    public static IQueryable<Introduction> SeenBy(this IQueryable<Introduction> introductions, Actor actor)
    {
        if (actor.May(IntroductionsCapability.Oversee)) return introductions;
        var own = actor.AnswersFor() ?? Guid.Empty;
        return introductions.Where(i => i.SellerId == own || i.BuyerId == own);
    }

    /// <summary>The firm that the actor answers for, by a post at that very firm; null for officers and administrators.</summary>
    public static Guid? AnswersFor(this Actor actor)
        => actor.OrganisationId is { } own && actor.Posts.Any(p => p.OrganisationId == own && IntroductionsCapability.Answer.Roles.Contains(p.Role)) ? own : null;

    /// <summary>The side that the actor speaks for: the own firm's and nobody else's, whatever other posts the person holds.</summary>
    public static IntroductionSide? SideIn(this Actor actor, Introduction introduction)
        => introduction.DistrictId == actor.WriteDistrict ? introduction.SideOf(actor.AnswersFor()) : null;

    /// <summary>An officer's part: to remind, and to take back what was suggested. A post in one alliance carries nothing in another.</summary>
    public static bool MayGuide(this Actor actor, Introduction introduction)
        => introduction.AllianceId is { } alliance ? actor.MayIn(alliance, IntroductionsCapability.Introduce) : actor.May(IntroductionsCapability.Introduce);

    /// <summary>Why it was declined: the officers and the firm that did; the other one if it was told.</summary>
    public static bool MayReadReason(this Actor actor, bool isTold, Guid decliner) => isTold || actor.May(IntroductionsCapability.Oversee) || actor.AnswersFor() == decliner;
}

using LianMeng.Capabilities.Inquiries.Bills;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>A bill is its firm's alone, an inquiry the two firms': for everybody else, officers and administrators too, there is no such record.</summary>
internal static class InquiryAccess
{
    /// <summary>The firms for which the actor's posts carry the permission: a post at one firm carries nothing at another.</summary>
    public static List<Guid> OwnFirms(this Actor actor) => actor.FirmsFor(InquiriesCapability.Use);

    /// <summary>The firm for which something new is made; the program itself names one.</summary>
    public static Guid? OwnFirm(this Actor actor, Guid? speaksFor = null)
        => actor.Trusted ? speaksFor : actor.OwnFirms() is { Count: > 0 } own ? own.Contains(actor.OrganisationId ?? Guid.Empty) ? actor.OrganisationId : own[0] : null;

    public static IQueryable<Bill> SeenBy(this IQueryable<Bill> bills, Actor actor)
    {
        if (actor.Trusted) return bills;
        var own = actor.OwnFirms();
        return bills.Where(b => own.Contains(b.OrganisationId));
    }

    public static IQueryable<Inquiry> SeenBy(this IQueryable<Inquiry> inquiries, Actor actor)
    {
        if (actor.Trusted) return inquiries;
        var own = actor.OwnFirms();
        return inquiries.Where(i => own.Contains(i.BuyerId) || own.Contains(i.SellerId));
    }

    /// <summary>Those that the actor's firm sent.</summary>
    public static IQueryable<Inquiry> AskedBy(this IQueryable<Inquiry> inquiries, Actor actor)
    {
        if (actor.Trusted) return inquiries;
        var own = actor.OwnFirms();
        return inquiries.Where(i => own.Contains(i.BuyerId));
    }

    /// <summary>The side that the actor speaks for, or why for none.</summary>
    public static (InquirySide? Side, string? Problem) SideIn(this Actor actor, Inquiry inquiry, Guid? speaksFor = null)
    {
        List<Guid> own = actor.Trusted ? speaksFor is { } firm ? [firm] : [] : actor.OwnFirms();
        if (own.Contains(inquiry.BuyerId) && own.Contains(inquiry.SellerId)) return (null, "您在采购方和供应商都有任职，不能办理两家之间的询价；请由只在一方任职的同事办理。");
        return inquiry.SideOf(own) is { } side ? (side, null) : (null, "只有采购方和供应商自己的人能办理这次询价。");
    }
}

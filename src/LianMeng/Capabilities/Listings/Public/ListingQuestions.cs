using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.ByProductUses.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Listings.Public;

/// <summary>A listing as a question to the matcher, and listings as answers of it, as far as the actor sees them.</summary>
public sealed class ListingQuestions(AppDb db, Actor actor, FirmDirectory firms, AllianceMembers members, HazardousReceivers receivers, TimeProvider clock)
{
    /// <param name="PublicTitle">As it may be told beyond the district: without telephone numbers.</param>
    /// <param name="HazardousCode">Of hazardous waste: it answers and is answered only by who may take it.</param>
    /// <param name="MayAsk">Its own people and the officers: they see who answers it.</param>
    /// <param name="MayChange">Those of them who act for it.</param>
    /// <param name="IsOpen">It stands today.</param>
    public sealed record Question(Guid Id, Guid DistrictId, bool IsDemand, string Title, string PublicTitle, string? Product, string? Text, string Certificates, string? Region, Guid? OrganisationId, string OrganisationName, ListingVisibility Visibility, string? HazardousCode, bool MayAsk, bool MayChange, bool IsOpen);

    public sealed record Answer(Guid Id, bool IsDemand, string Title, Guid? OrganisationId, string OrganisationName, string District, Guid DistrictId, string? Region, DateOnly ValidUntil);

    public async Task<Question?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(clock.GetUtcNow().UtcDateTime);
        var seen = await new ListingRows(db, actor, firms).Seen(today).FirstOrDefaultAsync(r => r.Id == id, cancellation);
        if (seen is null) return null;
        var listing = await db.Set<Listing>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, cancellation);
        var mayChange = listing is not null && actor.MayChange(listing);
        return new(id, seen.DistrictId, seen.Kind == ListingKind.Demand, seen.Title, ContactMask.Hide(seen.Title), seen.Product, seen.Text, seen.Certificates, seen.Region, seen.OrganisationId, seen.OrganisationName, seen.Visibility, listing?.HazardousCode,
            mayChange || (listing is not null && (actor.SeesAll())), mayChange, seen.State == ListingState.Open && seen.ValidUntil >= today);
    }

    public async Task<IReadOnlyDictionary<Guid, Answer>> AnswersAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return new Dictionary<Guid, Answer>();
        var today = ChinaTime.Today(clock.GetUtcNow().UtcDateTime);
        return await new ListingRows(db, actor, firms).Seen(today).Where(r => ids.Contains(r.Id) && r.State == ListingState.Open)
            .Select(r => new Answer(r.Id, r.Kind == ListingKind.Demand, r.Title, r.OrganisationId, r.OrganisationName, r.District, r.DistrictId, r.Region, r.ValidUntil))
            .ToDictionaryAsync(a => a.Id, cancellation);
    }

    /// <summary>Those of the firms that may see the listing, in the order given. Asked by the platform itself, which sees all districts.</summary>
    public async Task<IReadOnlyList<Guid>> ReachedAsync(Question listing, IReadOnlyList<Guid> firmIds, CancellationToken cancellation)
    {
        var known = await firms.Firms().Where(f => firmIds.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellation);
        var alliances = listing.Visibility == ListingVisibility.Alliance && listing.OrganisationId is { } own ? await members.OfAsync([own, .. firmIds], cancellation) : null;
        if (await ReceiversAsync(listing, cancellation) is { } allowed) firmIds = [.. firmIds.Where(allowed.Contains)];
        return [.. firmIds.Where(id => known.TryGetValue(id, out var firm) && (listing.Visibility >= ListingVisibility.City
            || (firm.DistrictId == listing.DistrictId && (listing.Visibility == ListingVisibility.District || alliances?[id].Intersect(alliances[listing.OrganisationId!.Value]).Any() == true))))];
    }

    /// <summary>Of hazardous waste that is offered: the firms that may take it; null where the law sets no gate.</summary>
    public async Task<IReadOnlySet<Guid>?> ReceiversAsync(Question listing, CancellationToken cancellation)
        => listing is { HazardousCode: { } code, IsDemand: false } ? await receivers.OfAsync(code, listing.OrganisationId, ChinaTime.Today(clock.GetUtcNow().UtcDateTime), cancellation) : null;

    /// <summary>The alliances of the actor's own firm: whose listings for 本联盟 it sees; null when it is in none.</summary>
    public async Task<string?> OwnCircleAsync(CancellationToken cancellation)
        => actor.OrganisationId is { } mine && await members.OfAsync([mine], cancellation) is { } alliances && alliances.Contains(mine) ? ListingOffers.CircleOf(alliances[mine]) : null;

    /// <summary>Sees listings of every visibility in the own districts.</summary>
    public bool SeesAllCircles => actor.SeesAll();
}

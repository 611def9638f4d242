using LianMeng.Capabilities.Listings.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Matching;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>Keeps this node's matching index in step with the register and the open listings, by the ledger; and the synonyms of the districts.</summary>
public sealed class MatchingFollower(MatchIndex index, SynonymBook synonyms, TrustedScopes scopes, LedgerSignal signal, ILogger<MatchingFollower> logger)
    : LedgerFollower(scopes, signal, logger)
{
    public override string Title => "对接索引";

    public override IReadOnlyList<FollowerSize> Sizes => [new("offers", "企业和供需信息", index.Count), new("lines", "不同的产品写法", index.LineCount)];

    protected override async Task LoadAsync(AppDb db, CancellationToken cancellation)
    {
        foreach (var set in await SetsAsync(db, null, cancellation)) synonyms.Put(set);
        await foreach (var offer in new OfferRows(db).AllAsync(cancellation)) index.Upsert(offer);
        await foreach (var listing in new ListingOffers(db, new(db)).AllAsync(cancellation)) index.Upsert(OfferOf(listing));
    }

    /// <summary>Of all districts: who is asked in which stands in the book.</summary>
    private static Task<List<SynonymSet>> SetsAsync(AppDb db, IReadOnlyCollection<Guid>? ids, CancellationToken cancellation)
        => db.Set<SynonymSet>().AsNoTracking().Where(s => ids == null || ids.Contains(s.Id)).ToListAsync(cancellation);

    protected override async Task FollowAsync(AppDb db, IReadOnlyCollection<Guid> changed, CancellationToken cancellation)
    {
        List<Offer> offers = [.. await new OfferRows(db).OfAsync(changed, cancellation), .. (await new ListingOffers(db, new(db)).OfAsync(changed, cancellation)).Select(OfferOf)];
        foreach (var offer in offers) index.Upsert(offer);
        var sets = await SetsAsync(db, changed, cancellation);
        foreach (var set in sets) synonyms.Put(set);
        foreach (var gone in changed.Except(sets.Select(s => s.Id))) synonyms.Remove(gone);
        foreach (var gone in changed.Except(offers.Select(o => o.Id))) index.Remove(gone);
    }

    private Offer OfferOf(ListingOffers.Row listing)
    {
        var lines = Lines(listing);
        return new Offer(listing.Id, listing.Title, listing.IsCityWide ? DistrictIds.City : listing.DistrictId, listing.RegionCode, [], [], [], listing.IsDemand ? [] : listing.Certificates)
        {
            Owner = listing.OrganisationId,
            Supplies = listing.IsDemand ? [] : lines,
            Seeks = listing.IsDemand ? lines : [],
            Circle = listing.Circle,
            Until = listing.ValidUntil,
        };
    }

    /// <summary>What the listing is about: its product and what its title names; its text only when neither says anything.</summary>
    private IReadOnlyList<string> Lines(ListingOffers.Row listing)
    {
        var kind = listing.IsDemand ? MatchKind.Demand : MatchKind.Supply;
        List<string> lines = listing.Product is { } product ? [product] : [];
        lines.AddRange(index.LinesOf(listing.Title, kind));
        if (lines.Count == 0 && listing.Text is { } text) lines.AddRange(index.LinesOf(text, kind));
        return lines;
    }
}

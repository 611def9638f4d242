using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Listings;
using LianMeng.Capabilities.Listings.Public;
using LianMeng.Engine.Matching;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Matching;

/// <summary>A listing opens: the firms that answer it best, and that may see it, are told.</summary>
public sealed class CounterpartsTold(MatchIndex index, SynonymBook synonyms, MatchingFollower follower, TimeProvider clock) : Reaction
{
    /// <summary>Firms told of one listing, at most.</summary>
    public const int MostFirms = 5;

    public override string Name => "tell-counterparts";

    public override string Title => "通知与新供需相符的企业";

    public override bool Wants(Fact fact) => fact is ListingPosted { Opens: true } or ListingMoved { Opens: true } or ListingRenewed { Opens: true };

    public override async Task<IReadOnlyList<ReactionWork>> PlanAsync(Fact fact, LedgerEntry entry, IServiceProvider services, CancellationToken cancellation)
    {
        await follower.ReachAsync(entry.Seq, cancellation);
        var listings = services.GetRequiredService<ListingQuestions>();
        if (await listings.FindAsync(fact.Subjects[0], cancellation) is not { IsOpen: true } listing) return [];

        // Each firm is told only what it may read anyway; so what it declares may be searched, its purchases too.
        var request = ListingRequest.Of(listing, new MatchRequest(ListingRequest.TextOf(listing), ListingRequest.KindOf(listing), MostFirms * 4, services.GetRequiredService<Actor>().ReadDistricts.ToHashSet())
        {
            AllCircles = true,
            Synonyms = synonyms.Of(listing.DistrictId),
            Today = ChinaTime.Today(clock.GetUtcNow().UtcDateTime),
            Neighbours = false,
        });
        var owners = index.Search(request).Items.Where(i => i.IsDirect).Select(i => i.Owner).ToList();
        var reached = (await listings.ReachedAsync(listing, owners, cancellation)).Take(MostFirms).ToList();
        var people = await services.GetRequiredService<PeopleOf>().OfOrganisationsAsync(reached, cancellation);
        // Personnel and Party affairs are not told of what is bought and sold.
        return [.. people.Where(p => p.Role is Role.EnterpriseManager or Role.PurchasingClerk).Select(p => new ReactionWork(p.DistrictId, typeof(TellCounterpart), new TellCounterpart.Input { ListingId = listing.Id, UserId = p.UserId, OrganisationId = p.OrganisationId!.Value }))];
    }
}

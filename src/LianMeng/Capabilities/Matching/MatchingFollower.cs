using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Matching;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Matching;

/// <summary>Keeps this node's matching index in step with the register, by the ledger.</summary>
public sealed class MatchingFollower(MatchIndex index, TrustedScopes scopes, LedgerSignal signal, ILogger<MatchingFollower> logger)
    : LedgerFollower(scopes, signal, logger)
{
    protected override async Task LoadAsync(AppDb db, CancellationToken cancellation)
    {
        await foreach (var offer in new OfferRows(db).AllAsync(cancellation)) index.Upsert(offer);
    }

    protected override async Task FollowAsync(AppDb db, IReadOnlyCollection<Guid> changed, CancellationToken cancellation)
    {
        var offers = await new OfferRows(db).OfAsync(changed, cancellation);
        foreach (var offer in offers) index.Upsert(offer);
        foreach (var gone in changed.Except(offers.Select(o => o.Id))) index.Remove(gone);
    }
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>What was said against a firm as a counterpart stands against the one that it turned out to be.</summary>
internal sealed class MatchRejectionMergeRule(AppDb db) : OrganisationMergeRule
{
    public override string Name => "不合适的标记";

    public override async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellation)
    {
        // where the same was said of both, once is enough
        var rejections = await db.Set<MatchRejection>().Where(r => r.CounterpartId == from && !db.Set<MatchRejection>().Any(o => o.ListingId == r.ListingId && o.CounterpartId == to)).ToListAsync(cancellation);
        foreach (var rejection in rejections) rejection.BeOf(to);
        return [.. rejections.Select(r => r.Id)];
    }

    public override async Task<int> MoveBackAsync(Guid from, Guid to, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var rejections = await db.Set<MatchRejection>().Where(r => ids.Contains(r.Id) && r.CounterpartId == to).ToListAsync(cancellation);
        foreach (var rejection in rejections) rejection.BeOf(from);
        return rejections.Count;
    }
}

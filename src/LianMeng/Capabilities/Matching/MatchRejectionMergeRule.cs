using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;

namespace LianMeng.Capabilities.Matching;

/// <summary>What was said against a firm as a counterpart stands against the one that it turned out to be.</summary>
internal sealed class MatchRejectionMergeRule(AppDb db) : RowsMergeRule<MatchRejection>(db)
{
    public override string Name => "不合适的标记";

    protected override Expression<Func<MatchRejection, Guid?>> Owner => r => r.CounterpartId;

    protected override void Give(MatchRejection row, Guid to) => row.BeOf(to);

    /// <summary>Where the same was said of both, once is enough.</summary>
    protected override IQueryable<MatchRejection> Movable(IQueryable<MatchRejection> rows, Guid to)
        => rows.Where(r => !Db.Set<MatchRejection>().Any(o => o.ListingId == r.ListingId && o.CounterpartId == to));
}

using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;

namespace LianMeng.Capabilities.Alliances;

/// <summary>The terms of a firm's Party organisation count for the one that it turned out to be.</summary>
internal sealed class ChairTermMergeRule(AppDb db) : RowsMergeRule<ChairTerm>(db)
{
    public override string Name => "轮值任期";

    protected override Expression<Func<ChairTerm, Guid?>> Owner => t => t.OrganisationId;

    protected override void Give(ChairTerm row, Guid to) => row.Follow(to);
}

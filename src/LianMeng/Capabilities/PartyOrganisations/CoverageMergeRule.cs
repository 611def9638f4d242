using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;

namespace LianMeng.Capabilities.PartyOrganisations;

/// <summary>The Party organisation of a firm covers the one that it turned out to be.</summary>
internal sealed class CoverageMergeRule(AppDb db) : RowsMergeRule<PartyCoverage>(db)
{
    public override string Name => "党组织覆盖";

    protected override Expression<Func<PartyCoverage, Guid?>> Owner => c => c.OrganisationId;

    protected override void Give(PartyCoverage row, Guid to) => row.Cover(to);

    /// <summary>A joint branch that covered both covers one.</summary>
    protected override IQueryable<PartyCoverage> Movable(IQueryable<PartyCoverage> rows, Guid to)
        => rows.Where(c => !Db.Set<PartyCoverage>().Any(o => o.PartyOrganisationId == c.PartyOrganisationId && o.OrganisationId == to));
}

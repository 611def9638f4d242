using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>An entry's bills are those of the firm that it turned out to be. A file that both took over stays with each: the one that goes is not read any more.</summary>
internal sealed class BillMergeRule(AppDb db) : RowsMergeRule<Bill>(db)
{
    public override string Name => "物料清单";

    protected override Expression<Func<Bill, Guid?>> Owner => b => b.OrganisationId;

    protected override void Give(Bill row, Guid to) => row.BeOf(to);

    protected override IQueryable<Bill> Movable(IQueryable<Bill> rows, Guid to)
        => rows.Where(b => b.FileHash == null || !Db.Set<Bill>().Any(o => o.OrganisationId == to && o.FileHash == b.FileHash));
}

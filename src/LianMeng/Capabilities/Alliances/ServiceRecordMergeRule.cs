using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;

namespace LianMeng.Capabilities.Alliances;

/// <summary>What reached a firm reached the one that it turned out to be.</summary>
internal sealed class ServiceRecordMergeRule(AppDb db) : RowsMergeRule<ServiceRecord>(db)
{
    public override string Name => "活动和服务";

    protected override Expression<Func<ServiceRecord, Guid?>> Owner => s => s.OrganisationId;

    protected override void Give(ServiceRecord row, Guid to) => row.Follow(to);
}

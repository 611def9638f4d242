using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;

namespace LianMeng.Capabilities.ByProductUses;

/// <summary>What an entry takes, the firm takes that it turned out to be.</summary>
internal sealed class ByProductUseMergeRule(AppDb db) : RowsMergeRule<ByProductUse>(db)
{
    public override string Name => "副产品利用能力";

    protected override Expression<Func<ByProductUse, Guid?>> Owner => u => u.OrganisationId;

    protected override void Give(ByProductUse row, Guid to) => row.BelongTo(to);
}

/// <summary>What may come from an entry alone may come from the firm that it turned out to be.</summary>
internal sealed class ByProductRightMergeRule(AppDb db) : RowsMergeRule<ByProductRight>(db)
{
    public override string Name => "点对点来源";

    protected override Expression<Func<ByProductRight, Guid?>> Owner => r => r.OnlyFromId;

    protected override void Give(ByProductRight row, Guid to) => row.BeFrom(to);
}

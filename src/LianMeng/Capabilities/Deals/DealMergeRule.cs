using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;

namespace LianMeng.Capabilities.Deals;

/// <summary>An entry's deals are those of the firm that it turned out to be. A deal between the two is void.</summary>
internal sealed class DealMergeRule(AppDb db, TimeProvider clock) : PairMergeRule<Deal>(db)
{
    public override string Name => "合作";

    protected override (string One, string Other) Sides => (nameof(Deal.SellerId), nameof(Deal.BuyerId));

    protected override IQueryable<Deal> Live => Db.Deals().Where(d => d.Condition != DealCondition.Void);

    protected override void Replace(Deal row, Guid from, Guid to) => row.Replace(from, to);

    protected override void Drop(Deal row) => row.Drop(clock.GetUtcNow().UtcDateTime);
}

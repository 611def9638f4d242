using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>Whom an entry deals with, the firm deals with that it turned out to be.</summary>
internal sealed class SupplyLinkMergeRule(AppDb db, TimeProvider clock) : PairMergeRule<SupplyLink>(db)
{
    public override string Name => "供货关系";

    protected override (string One, string Other) Sides => (nameof(SupplyLink.SellerId), nameof(SupplyLink.BuyerId));

    protected override IQueryable<SupplyLink> Live => Db.Links().Where(l => l.State != SupplyLinkState.Withdrawn);

    protected override string? Once(SupplyLink row) => row.ProductKey;

    protected override void Replace(SupplyLink row, Guid from, Guid to) => row.Replace(from, to);

    protected override void Drop(SupplyLink row) => row.Drop(clock.GetUtcNow().UtcDateTime);
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>What an entry asked or was asked, the firm was that it turned out to be. What would be open twice, or between the firm and itself, ends.</summary>
internal sealed class InquiryMergeRule(AppDb db, TimeProvider clock) : PairMergeRule<Inquiry>(db)
{
    public override string Name => "询价";

    protected override (string One, string Other) Sides => (nameof(Inquiry.BuyerId), nameof(Inquiry.SellerId));

    protected override IQueryable<Inquiry> Live => Db.Set<Inquiry>();

    protected override string? Once(Inquiry row) => row.IsOpen ? row.BillId.ToString() : null;

    protected override void Replace(Inquiry row, Guid from, Guid to) => row.Replace(from, to);

    protected override void Drop(Inquiry row) => row.Close(clock.GetUtcNow().UtcDateTime);
}

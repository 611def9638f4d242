using LianMeng.Capabilities.Deals;
using LianMeng.Capabilities.Deals.Substitutions;

namespace LianMeng.Tests.Capabilities.Deals;

/// <summary>What a deal takes and what it refuses in words, without a database.</summary>
public sealed class DealRulesTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 4, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly int[] Days = [30, 90, 180];

    private readonly DealSpeaker seller = new(DealSide.Seller, Guid.CreateVersion7(), OnBehalf: false);
    private readonly DealSpeaker buyer = new(DealSide.Buyer, Guid.CreateVersion7(), OnBehalf: false);

    private Deal Open(DealSpeaker by) => Deal.Open(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), [new("铝锭", 10, "吨", 19_000)], new(null, null, null), On(100), by, Now);

    private static DealFigures On(int daysAgo, decimal? amount = null) => new(Today.AddDays(-daysAgo), amount, null);

    [Fact]
    public void Only_what_each_side_says_for_itself_counts()
    {
        var deal = Open(seller);
        Assert.Equal((DealStage.Met, 0, true, false), (deal.Stage, deal.Reached, deal.WaitsForBuyer, deal.WaitsForSeller));
        Assert.Contains("由对方确认", deal.Confirm(DealStage.Met, seller, Now), StringComparison.Ordinal);
        Assert.Contains("只能代录", deal.Confirm(DealStage.Met, buyer with { OnBehalf = true }, Now), StringComparison.Ordinal);
        Assert.Equal(Deal.SamePerson, deal.Confirm(DealStage.Met, buyer with { Person = seller.Person }, Now));
        Assert.Null(deal.Confirm(DealStage.Met, buyer, Now));
        Assert.Contains("已经双方确认", deal.Confirm(DealStage.Met, seller, Now), StringComparison.Ordinal);
        Assert.Contains("已经双方确认", deal.Say(DealStage.Met, On(90), seller, Now), StringComparison.Ordinal);

        // An officer's word for a side is declared until that side says so itself; it never takes the place of the side's own.
        Assert.Null(deal.Say(DealStage.Contract, On(60, 500), seller with { OnBehalf = true, Person = Guid.CreateVersion7() }, Now));
        Assert.Null(deal.Confirm(DealStage.Contract, buyer, Now));
        Assert.Equal((DealStepState.Declared, 1, true, false), (deal.Of(DealStage.Contract)!.State, deal.Reached, deal.WaitsForSeller, deal.WaitsForBuyer));
        Assert.Contains("用自己的账号确认", deal.Confirm(DealStage.Contract, buyer, Now), StringComparison.Ordinal);
        Assert.Contains("不能代录覆盖", deal.Say(DealStage.Contract, On(60, 1), buyer with { OnBehalf = true, Person = Guid.CreateVersion7() }, Now), StringComparison.Ordinal);
        Assert.Null(deal.Confirm(DealStage.Contract, seller, Now));
        Assert.Equal((DealStepState.Confirmed, 500m, 4, Today.AddDays(-60)), (deal.Of(DealStage.Contract)!.State, deal.Of(DealStage.Contract)!.Amount, deal.Reached, deal.PartneredOn));
    }

    [Fact]
    public void Differing_amounts_stay_out_until_they_agree_and_a_dispute_takes_the_whole_deal_out()
    {
        var deal = Open(seller);
        Assert.Null(deal.Confirm(DealStage.Met, buyer, Now));
        Assert.Null(deal.Say(DealStage.Contract, On(60, 500), seller, Now));
        Assert.Null(deal.Say(DealStage.Contract, On(59, 480), buyer, Now));
        Assert.Equal((DealStepState.Differing, null, 1, true), (deal.Of(DealStage.Contract)!.State, deal.Of(DealStage.Contract)!.Amount, deal.Reached, deal.IsDiffering));
        Assert.Contains("相同，不用重复填报", deal.Say(DealStage.Contract, On(59, 480), buyer, Now), StringComparison.Ordinal);
        Assert.Null(deal.Confirm(DealStage.Contract, seller, Now)); // takes the other's
        Assert.Equal((DealStepState.Confirmed, 480m, 4), (deal.Of(DealStage.Contract)!.State, deal.Of(DealStage.Contract)!.Amount, deal.Reached));

        Assert.Null(deal.Object("少了一车", buyer, Now));
        Assert.Contains("不用再提", deal.Object("又", seller, Now), StringComparison.Ordinal);
        Assert.Contains("由买方了结", deal.Settle("好了", seller, Now), StringComparison.Ordinal);
        Assert.Contains("不能填报新的阶段", deal.Say(DealStage.Delivered, On(1, 1), seller, Now), StringComparison.Ordinal);
        Assert.Null(deal.Say(DealStage.Contract, On(60, 470), seller, Now)); // during a dispute it may be put right
        Assert.Equal((DealCondition.Disputed, DealStepState.Differing), (deal.Condition, deal.Of(DealStage.Contract)!.State));
        Assert.Null(deal.Confirm(DealStage.Contract, buyer, Now));
        Assert.Null(deal.Settle("按 470 结", buyer, Now));
        Assert.Contains("没有争议", deal.Settle("再来", buyer, Now), StringComparison.Ordinal);
        Assert.Equal((DealCondition.Running, 470m), (deal.Condition, deal.Of(DealStage.Contract)!.Amount));
    }

    [Fact]
    public void Stages_come_in_their_order_and_what_is_over_is_over()
    {
        var deal = Open(buyer);
        Assert.Contains("还没有“签订合同”", deal.Say(DealStage.Delivered, On(5), seller, Now), StringComparison.Ordinal);
        Assert.Null(deal.Confirm(DealStage.Met, seller, Now));
        Assert.Contains("不能早于", deal.Say(DealStage.Contract, On(101), seller, Now), StringComparison.Ordinal);
        Assert.Null(deal.Say(DealStage.Contract, On(50), seller, Now));
        Assert.Contains("不能再补报更早的“达成意向”", deal.Say(DealStage.Intent, On(80), seller, Now), StringComparison.Ordinal);
        Assert.Contains("还没有人填报", deal.Confirm(DealStage.Paid, buyer, Now), StringComparison.Ordinal);
        Assert.Equal([DealStage.Delivered, DealStage.Contract], deal.MayBeStated());
        foreach (var stage in new[] { DealStage.Delivered, DealStage.Paid, DealStage.Closed }) Assert.Null(deal.Say(stage, On(10), seller, Now));
        foreach (var stage in new[] { DealStage.Contract, DealStage.Delivered, DealStage.Paid, DealStage.Closed }) Assert.Null(deal.Confirm(stage, buyer, Now));
        Assert.Equal(DealCondition.Closed, deal.Condition);
        Assert.Contains("办结", deal.Fail("不做了", seller, Now), StringComparison.Ordinal);

        var other = Open(buyer);
        Assert.Null(other.Fail("谈不拢", seller, Now));
        foreach (var refused in new[] { other.Fail("再", seller, Now), other.Say(DealStage.Intent, On(1), seller, Now), other.Confirm(DealStage.Met, seller, Now), other.Object("不服", buyer, Now) })
            Assert.Contains("已标为未成", refused, StringComparison.Ordinal);
        Assert.False(other.WaitsForSeller);
    }

    [Fact]
    public void A_follow_up_is_asked_once_and_the_latest_only()
    {
        var deal = Open(seller);
        Assert.Null(deal.Confirm(DealStage.Met, buyer, Now));
        Assert.Null(deal.Say(DealStage.Contract, On(40), seller, Now));
        Assert.Equal(0, deal.DueFollowUp(Today, Days)); // not both confirmed it
        Assert.Null(deal.Confirm(DealStage.Contract, buyer, Now));
        Assert.Equal((0, 1, 2, 3), (deal.DueFollowUp(Today.AddDays(-11), Days), deal.DueFollowUp(Today, Days), deal.DueFollowUp(Today.AddDays(50), Days), deal.DueFollowUp(Today.AddDays(140), Days)));
        Assert.Contains("还没有到期", deal.Follow(2, FollowUpOutcome.Continuing, null, DealSide.Buyer, null, Today, Days, Now), StringComparison.Ordinal);
        Assert.Null(deal.Follow(1, FollowUpOutcome.Problem, "慢", DealSide.Buyer, null, Today, Days, Now));
        Assert.Contains("已经答复", deal.Follow(1, FollowUpOutcome.Continuing, null, DealSide.Seller, null, Today, Days, Now), StringComparison.Ordinal);
        Assert.Null(deal.Follow(2, FollowUpOutcome.Ended, null, null, null, Today.AddDays(50), Days, Now));
        Assert.Equal(0, deal.DueFollowUp(Today.AddDays(300), Days));
    }

    [Fact]
    public void A_substitution_counts_once_two_different_people_confirmed_it()
    {
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        SubstitutionDetails details = new("轮毂", "浙江", Today, 1, "只", 10, 20, 3, null);
        var record = SubstitutionRecord.State(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), details, one, onBehalf: false, Now);
        Assert.Contains("已经确认过", record.Confirm(DealSide.Buyer, one, Now), StringComparison.Ordinal);
        Assert.Equal(Deal.SamePerson, record.Confirm(DealSide.Seller, one, Now));
        Assert.Null(record.Confirm(DealSide.Seller, other, Now));
        Assert.True(record.IsConfirmed);
        var written = SubstitutionRecord.State(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), details, one, onBehalf: true, Now);
        Assert.Null(written.Confirm(DealSide.Seller, other, Now));
        Assert.False(written.IsConfirmed); // the buyer has not said so itself
    }
}

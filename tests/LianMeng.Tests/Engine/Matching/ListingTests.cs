using LianMeng.Engine.Matching;

namespace LianMeng.Tests.Engine.Matching;

/// <summary>Listings beside firms in one index: what they say, who sees them, and how long.</summary>
public sealed class ListingTests
{
    static readonly DateOnly Day = new(2026, 11, 30);

    static readonly Offer
        Supply = Listing(1, "供应铝棒 6063", "宏图铝型材") with { Supplies = ["6063铝棒"] },
        Demand = Listing(2, "求购铝棒", "数控先锋") with { Seeks = ["铝棒"] },
        Secret = Listing(3, "求购镍板", "南矿集团") with { Seeks = ["镍板"], Circle = "联盟甲" };

    readonly MatchIndex index = Firms.Index([.. Firms.All, Supply, Demand, Secret]);

    [Fact]
    public void A_supply_answers_a_buyer_and_says_so()
    {
        var item = index.Search(Firms.Asks("求购铝棒 6063")).Items[0];
        Assert.Equal((Supply.Id, Firms.Id("宏图铝型材"), true), (item.OfferId, item.Owner, item.IsDirect));
        Assert.Equal("供应信息含“6063铝棒”", item.Parts[0].Text);
        Assert.Contains(new MatchPart(ReasonKind.Listing, 2, "正在供应"), item.Parts);
        Assert.DoesNotContain(index.Search(Firms.Asks("求购铝棒 6063")).Items, other => other.OfferId == Demand.Id);
    }

    [Fact]
    public void A_demand_answers_a_seller_even_where_purchases_are_private()
    {
        var request = Firms.Asks("供应铝棒", MatchKind.Supply) with { SeesBuys = false };
        var item = Assert.Single(index.Search(request).Items, item => item.IsDirect);
        Assert.Equal((Demand.Id, "求购信息含“铝棒”"), (item.OfferId, item.Parts[0].Text));
        Assert.Contains(new MatchPart(ReasonKind.Listing, 2, "正在求购"), item.Parts);
        var officer = index.Search(request with { SeesBuys = true }).Items.Where(item => item.IsDirect).Select(item => item.OfferId);
        Assert.Equal([Demand.Id, Firms.Id("宏图铝型材")], officer);
    }

    [Theory]
    [InlineData("收购铝圆棒", "“铝圆棒”即“铝棒”，供应信息“6063铝棒”")]
    public void Another_name_says_that_it_is_a_listing(string text, string reason) =>
        Assert.Equal(reason, index.Search(Firms.Asks(text)).Items.Single(item => item.OfferId == Supply.Id).Parts[0].Text);

    [Fact]
    public void What_is_given_away_finds_who_seeks_it_and_not_who_offers_the_same()
    {
        using var small = Firms.Index([.. Firms.All, Listing(7, "收铝屑", "博远铝业") with { Seeks = ["铝屑"] }, Listing(8, "出售铝屑", "瑞驰车轮") with { Supplies = ["铝屑"] }]);
        var result = small.Search(Firms.Asks("每月有铝屑20吨，找人上门回收", take: 50));
        Assert.Equal("求购信息含“铝屑”", result.Items.Single(item => item.OfferId == Id(7)).Parts[0].Text);
        Assert.DoesNotContain(result.Items, item => item.OfferId == Id(8));
    }

    [Fact]
    public void One_item_an_owner_the_best_with_its_other_direct_offers()
    {
        var owner = Firms.Id("西铝板带");
        Offer[] listings = [Listing(4, "供应铝卷", "西铝板带") with { Supplies = ["铝卷"] }, Listing(5, "供应铝卷", "西铝板带") with { Supplies = ["汽车铝卷"] }, Listing(6, "供应木托盘", "西铝板带") with { Supplies = ["木托盘"] }];
        using var small = Firms.Index([.. Firms.All, .. listings]);
        var item = Assert.Single(small.Search(Firms.Asks("求购铝卷", take: 50)).Items, item => item.Owner == owner);
        Assert.Equal(Id(4), item.OfferId);
        Assert.Equal([owner, Id(5)], item.Also.Order());
        Assert.Equal(item.Owner, small.Search(Firms.Asks("求购铝卷", take: 1)).Items[0].Owner);
        // the owner's rank is his best offer's, so that nobody is pushed out by another's many offers
        Assert.Equal(small.Search(Firms.Asks("求购铝卷", take: 50)).Items.Count, small.Search(Firms.Asks("求购铝卷", take: 50)).Items.DistinctBy(other => other.Owner).Count());
    }

    [Fact]
    public void An_offer_stands_on_its_last_day_and_not_on_the_next()
    {
        using var small = Firms.Index([.. Firms.All, Listing(9, "供应镍板", "南矿集团") with { Supplies = ["镍板"], Until = Day }]);
        var request = Firms.Asks("求购镍板");
        // there and back: which day was asked about before does not matter
        foreach (var _ in new int[2])
        {
            Assert.Equal(Id(9), small.Search(request with { Today = Day }).Items[0].OfferId);
            Assert.True(small.Explain(Id(9), request with { Today = Day })!.Qualifies);
            var gone = small.Search(request with { Today = Day.AddDays(1) });
            Assert.Empty(gone.Items);
            Assert.Contains("没有提到“镍板”", Assert.Single(gone.Missing));
            var why = small.Explain(Id(9), request with { Today = Day.AddDays(1) })!;
            Assert.False(why.Qualifies);
            Assert.Equal(["有效期到2026年11月30日，已经到期。"], why.WhyNot);
            Assert.Equal(Id(9), small.Search(request).Items[0].OfferId);
        }
        // what comes in after its end is not there either, and can be taken out
        small.Upsert(Listing(9, "供应镍板", "南矿集团") with { Supplies = ["镍板"], Until = Day.AddDays(-3) });
        Assert.Empty(small.Search(request with { Today = Day }).Items);
        Assert.True(small.Remove(Id(9)));
        Assert.Empty(small.Search(request).Items);
    }

    [Fact]
    public void A_circle_s_offer_is_seen_by_the_circle_and_by_who_sees_all()
    {
        var request = Firms.Asks("供应镍板", MatchKind.Supply);
        foreach (var may in new[] { request with { Circle = "联盟甲" }, request with { AllCircles = true } })
        {
            Assert.Equal(Secret.Id, index.Search(may).Items[0].OfferId);
            Assert.NotNull(index.Explain(Secret.Id, may));
        }
        foreach (var mayNot in new[] { request, request with { Circle = "联盟乙" }, request with { Circle = "联盟甲", Scopes = new HashSet<Guid> { Firms.Other } } })
        {
            Assert.Empty(index.Search(mayNot).Items);
            Assert.Null(index.Explain(Secret.Id, mayNot));
        }
    }

    [Fact]
    public void Excluding_an_owner_excludes_all_his_offers()
    {
        var request = Firms.Asks("求购铝棒 6063") with { Excluded = new HashSet<Guid> { Firms.Id("宏图铝型材") } };
        Assert.DoesNotContain(index.Search(request).Items, item => item.Owner == Firms.Id("宏图铝型材"));
        Assert.Equal(["这次查找不包括它（本企业或已排除）。"], index.Explain(Supply.Id, request)!.WhyNot);
        Assert.Contains(index.Search(request with { Excluded = new HashSet<Guid> { Demand.Id } }).Items, item => item.OfferId == Supply.Id);
    }

    [Fact]
    public void What_was_rejected_goes_down_with_its_reason_and_never_below_nothing()
    {
        var plain = index.Explain(Supply.Id, Firms.Asks("求购铝棒"))!;
        foreach (var key in new[] { Supply.Id, Firms.Id("宏图铝型材") })
        {
            var request = Firms.Asks("求购铝棒") with { Lowered = new Dictionary<Guid, string> { [key] = "价格过高" } };
            var lowered = index.Explain(Supply.Id, request)!;
            Assert.Equal(new MatchPart(ReasonKind.Rejected, -30, "此前被标记为不合适：价格过高"), lowered.Parts[^1]);
            Assert.Equal(plain.Score - 30, lowered.Score, 1e-9);
            Assert.Equal((true, "此前被标记为不合适：价格过高，排序已降低。"), (lowered.Qualifies, Assert.Single(lowered.WhyNot)));
        }
        var weak = Firms.Asks("求购铝型材") with { Lowered = new Dictionary<Guid, string> { [Supply.Id] = "" } };
        Assert.Equal(0, index.Explain(Supply.Id, weak)!.Score);
    }

    [Fact]
    public void Details_earn_points_and_are_never_asked_for()
    {
        var plain = index.Search(Firms.Asks("求购铝板"));
        var detailed = index.Search(Firms.Asks("求购铝板") with { Details = "牌号5052，要求IATF 16949，另需瓦楞纸箱、电镀" });
        Assert.Equal(plain.Wanted, detailed.Wanted);
        Assert.Equal(plain.Items.Select(item => item.OfferId).Order(), detailed.Items.Select(item => item.OfferId).Order());
        Assert.Contains(new MatchPart(ReasonKind.Qualification, 7, "具备“IATF 16949”"), detailed.Items[0].Parts);
        Assert.Contains(detailed.Items[0].Parts, part => part.Kind == ReasonKind.Grade && part.Text.Contains("5052", StringComparison.Ordinal));
        Assert.Empty(index.Search(Firms.Asks("") with { Details = "铝板" }).Items);
    }

    [Theory]
    [InlineData("供应信息", MatchKind.Demand, 2, "这不是供应信息。")]
    [InlineData("求购信息", MatchKind.Supply, 1, "这不是求购信息。")]
    public void Why_not_knows_which_side_a_listing_is_on(string _, MatchKind kind, int listing, string reason) =>
        Assert.Equal([reason], index.Explain(Id(listing), Firms.Asks("不锈钢丝网", kind))!.WhyNot);

    [Fact]
    public void Why_not_does_not_tell_what_a_firm_buys()
    {
        var request = Firms.Asks("供应废铝", MatchKind.Supply) with { SeesBuys = false };
        foreach (var firm in new[] { "博远铝业", "川味食品" })
            Assert.DoesNotContain("废铝”", string.Concat(index.Explain(Firms.Id(firm), request)!.Parts.Where(part => part.Kind == ReasonKind.Product).Select(part => part.Text)));
        Assert.Equal(index.Explain(Firms.Id("川味食品"), request)!.WhyNot, Firms.Index([Firms.All.Single(offer => offer.Name == "川味食品") with { Buys = ["废铝"] }]).Explain(Firms.Id("川味食品"), request)!.WhyNot);
    }

    static Guid Id(int number) => new(1000 + number, 7, 0, new byte[8]);

    static Offer Listing(int number, string title, string owner) =>
        new(Id(number), title, Firms.District, "500107", [], [], [], []) { Owner = Firms.Id(owner) };
}

using LianMeng.Engine.Matching;
using LianMeng.Tests.Engine.Text;

namespace LianMeng.Tests.Engine.Matching;

public sealed class MatchIndexTests
{
    readonly MatchIndex index = Firms.Index();

    [Fact]
    public void The_chain_gives_weaker_candidates_with_its_reason()
    {
        var items = index.Search(Firms.Asks("求购再生铝锭 ADC12 每月200吨")).Items;
        var maker = items.Single(item => Firms.Name(item.OfferId) == "博远铝业");
        Assert.Equal((ReasonKind.Graph, "铝合金锭 ADC12 是 铝合金锭 的一种"), (maker.Parts[0].Kind, maker.Parts[0].Text));
        Assert.Contains(maker.Parts, part => part.Kind == ReasonKind.Graph && part.Text == "再生铝 是 铝合金锭 的上游");
        Assert.False(maker.IsDirect);
        Assert.True(maker.Score < items[0].Score / 2);
    }

    [Fact]
    public void Without_neighbours_only_direct_answers_remain()
    {
        var items = index.Search(Firms.Asks("求购再生铝锭 ADC12") with { Neighbours = false }).Items;
        Assert.Equal(["鑫泰再生金属"], items.Select(item => Firms.Name(item.OfferId)));
    }

    [Fact]
    public void When_only_neighbours_are_found_it_says_that_nobody_makes_the_thing()
    {
        var result = index.Search(Firms.Asks("求购氧化铝 500吨"));
        Assert.All(result.Items, item => Assert.False(item.IsDirect));
        Assert.Contains("图谱中有产品“氧化铝”，但可见范围内没有企业生产它。", result.Missing);
    }

    [Fact]
    public void Unknown_words_are_named()
    {
        Assert.Contains("“光刻胶”", Assert.Single(index.Search(Firms.Asks("需要光刻胶")).Missing));
        Assert.Contains("写出产品名称", Assert.Single(index.Search(Firms.Asks("每月200吨，长期合作")).Missing));
    }

    [Theory]
    [InlineData("求购铝土矿", "铝土矿", "主营产品含“铝土矿”", ReasonKind.Product)]
    [InlineData("收购铝矾土", "铝土矿", "“铝矾土”即“铝土矿”", ReasonKind.Alias)]
    public void Reasons_are_sentences(string text, string product, string reason, ReasonKind kind)
    {
        var item = index.Search(Firms.Asks(text)).Items[0];
        Assert.Contains(product, Firms.All.Single(offer => offer.Id == item.OfferId).Makes);
        Assert.Equal((kind, reason), (item.Parts[0].Kind, item.Parts[0].Text));
    }

    [Fact]
    public void By_products_answer_and_say_so()
    {
        var items = index.Search(Firms.Asks("求购铝屑")).Items;
        Assert.Equal("副产品含“铝屑”", items.Single(item => Firms.Name(item.OfferId) == "精诚压铸").Parts[0].Text);
    }

    [Fact]
    public void A_qualification_that_has_expired_earns_nothing()
    {
        var firm = Firms.All.Single(offer => offer.Name == "精诚压铸");
        var last = new DateOnly(2026, 11, 30);
        using var small = Firms.Index([.. Firms.All.Except([firm]), firm with { QualificationsUntil = new Dictionary<string, DateOnly> { ["IATF16949"] = last } }]);
        var request = Firms.Asks("找铝合金压铸件厂家，要求通过IATF16949认证");
        double PointsOn(DateOnly? day) => small.Explain(firm.Id, request with { Today = day })!.Parts.Where(part => part.Kind == ReasonKind.Qualification).Sum(part => part.Weight);
        Assert.Equal((7, 7, 0), (PointsOn(null), PointsOn(last), PointsOn(last.AddDays(1))));
    }

    [Fact]
    public void Region_and_qualification_are_named_parts()
    {
        var item = index.Search(Firms.Asks("找铝合金压铸件厂家，要求通过IATF16949认证") with { Region = "500107" }).Items[0];
        Assert.Contains(new MatchPart(ReasonKind.Region, 8, "同在九龙坡区"), item.Parts);
        Assert.Contains(new MatchPart(ReasonKind.Qualification, 7, "具备“IATF16949”"), item.Parts);
        var wider = index.Search(Firms.Asks("双零铝箔") with { Region = "500107" }).Items[0];
        Assert.Contains(new MatchPart(ReasonKind.Region, 4, "同在重庆市"), wider.Parts);
        Assert.DoesNotContain(index.Search(Firms.Asks("双零铝箔")).Items[0].Parts, part => part.Kind == ReasonKind.Region);
    }

    [Fact]
    public void Several_things_asked_for_count_once_each()
    {
        var item = index.Search(Firms.Asks("采购安全帽、劳保手套和工作服")).Items[0];
        Assert.Equal("劳保之家", Firms.Name(item.OfferId));
        Assert.Contains(item.Parts, part => part.Kind == ReasonKind.Breadth);
    }

    [Fact]
    public void A_shared_character_is_no_match()
    {
        var names = index.Search(Firms.Asks("求购铝箔")).Items.Where(item => item.IsDirect).Select(item => Firms.Name(item.OfferId)).ToList();
        Assert.Equal("渝箔科技", names[0]);
        Assert.DoesNotContain("南矿集团", names);
        Assert.DoesNotContain("铸造机械", index.Search(Firms.Asks("求购铝板")).Items.Select(item => Firms.Name(item.OfferId)));
    }

    [Fact]
    public void Other_districts_and_excluded_offers_do_not_exist()
    {
        var hidden = Firms.Id("邻区铝业");
        Assert.DoesNotContain(index.Search(Firms.Asks("求购铝棒")).Items, item => item.OfferId == hidden);
        Assert.DoesNotContain("邻区", string.Concat(index.Search(Firms.Asks("求购铝单板幕墙")).Missing));
        Assert.Contains("铝单板幕墙", string.Concat(index.Search(Firms.Asks("求购铝单板幕墙")).Missing));
        Assert.Null(index.Explain(hidden, Firms.Asks("求购铝棒")));
        Assert.Equal(hidden, index.Search(Firms.Asks("求购铝棒") with { Scopes = new HashSet<Guid> { Firms.Other } }).Items[0].OfferId);
        var own = Firms.Id("鑫泰再生金属");
        Assert.DoesNotContain(index.Search(Firms.Asks("求购再生铝锭") with { Excluded = new HashSet<Guid> { own } }).Items, item => item.OfferId == own);
    }

    [Fact]
    public void Why_not_names_what_came_nearest()
    {
        var mine = index.Explain(Firms.Id("南矿集团"), Firms.Asks("求购铝箔"))!;
        Assert.False(mine.Qualifies);
        Assert.Contains("铝土矿", Assert.Single(mine.WhyNot));
        var food = index.Explain(Firms.Id("川味食品"), Firms.Asks("求购铝箔"))!;
        Assert.Equal(0, food.Score);
        Assert.Contains("没有相同的字词", Assert.Single(food.WhyNot));
        var maker = index.Explain(Firms.Id("渝箔科技"), Firms.Asks("求购铝箔"))!;
        Assert.True(maker.Qualifies);
        Assert.Empty(maker.WhyNot);
    }

    /// <summary>A search is the judgement of every visible offer, sorted: nothing is lost on the way through the index.</summary>
    [Fact]
    public void Search_equals_judging_every_offer_and_scores_are_the_sum_of_their_parts()
    {
        for (var seed = 1u; seed <= 80; seed++)
        {
            var dice = new Dice(seed);
            var offers = Enumerable.Range(0, 12).Select(i => Random(dice, i)).ToArray();
            using var small = Firms.Index(offers);
            for (var i = 0; i < 6; i++)
            {
                var request = Firms.Asks(dice.Text(), dice.One([MatchKind.Demand, MatchKind.Supply]), 100) with { Region = "500107", Neighbours = dice.Below(2) == 0 };
                var expected = offers.Select(offer => (offer, small.Explain(offer.Id, request))).Where(pair => pair.Item2?.Qualifies == true)
                    .OrderBy(pair => pair.Item2!.Parts[0].Kind == ReasonKind.Near).ThenByDescending(pair => pair.Item2!.Score).ThenBy(pair => pair.offer.Name, StringComparer.Ordinal).Select(pair => (pair.offer.Id, pair.Item2!.Score));
                var items = small.Search(request).Items;
                Assert.True(expected.SequenceEqual(items.Select(item => (item.OfferId, item.Score))), $"seed {seed}: {request.Text} {request.Kind}: {string.Join(' ', expected)} / {string.Join(' ', items.Select(item => (item.OfferId, item.Score)))} in {string.Join(" || ", offers.Select(offer => string.Join(";", offer.Makes) + "|" + string.Join(";", offer.ByProducts) + "|" + string.Join(";", offer.Buys)))}");
                Assert.All(items, item =>
                {
                    Assert.Equal(item.Parts.Sum(part => part.Weight), item.Score, 1e-9);
                    Assert.InRange(item.Score, 0.1, 100);
                    Assert.All(item.Parts, part => Assert.True(part.Weight > 0 && part.Text.Length > 0));
                });
            }
        }
    }

    [Fact]
    public void Changes_equal_a_fresh_build_and_order_does_not_matter()
    {
        for (var seed = 1u; seed <= 60; seed++)
        {
            var dice = new Dice(seed);
            using var changed = Firms.Index([]);
            var kept = new Dictionary<Guid, Offer>();
            for (var step = 0; step < 40; step++)
            {
                var offer = Random(dice, dice.Below(9));
                if (dice.Below(3) == 0) Assert.Equal(kept.Remove(offer.Id), changed.Remove(offer.Id));
                else changed.Upsert(kept[offer.Id] = offer);
            }
            using var fresh = Firms.Index(kept.Values.OrderByDescending(offer => offer.Id));
            Assert.Equal(kept.Count, changed.Count);
            for (var i = 0; i < 5; i++)
            {
                var request = Firms.Asks(dice.Text(), take: 5);
                Assert.Equivalent(fresh.Search(request), changed.Search(request), strict: true);
            }
        }
    }

    [Fact]
    public async Task Readers_may_search_while_it_changes()
    {
        using var shared = Firms.Index();
        var request = Firms.Asks("求购铝箔");
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 300; i++) Assert.Equal("渝箔科技", Firms.Name(shared.Search(request).Items[0].OfferId));
        }, TestContext.Current.CancellationToken)).ToArray();
        for (var i = 0; i < 300; i++)
        {
            shared.Remove(Firms.Id("川味食品"));
            shared.Upsert(Firms.All.Single(offer => offer.Name == "川味食品"));
        }
        await Task.WhenAll(readers);
    }

    [Fact]
    public void Whatever_is_typed_is_answered()
    {
        for (var seed = 1u; seed <= 300; seed++)
        {
            var dice = new Dice(seed);
            var text = string.Concat(Enumerable.Range(0, dice.Below(40)).Select(_ => (char)dice.Below(dice.One([128, 0x3100, 0xffff]))));
            Assert.NotNull(index.Search(Firms.Asks(text, dice.One([MatchKind.Demand, MatchKind.Supply]))).Missing);
        }
        Assert.Empty(index.Search(Firms.Asks(new string('铝', 1_000_000))).Items);
    }

    static Offer Random(Dice dice, int number)
    {
        return new(new Guid(number + 1, 0, 0, new byte[8]), $"企业{number}", dice.Below(6) == 0 ? Firms.Other : Firms.District, dice.One(["500107", "500112", "110101", null!]),
            Lines(), Lines(), Lines(), dice.Below(2) == 0 ? ["专精特新"] : []);

        string[] Lines() => [.. Enumerable.Range(0, dice.Below(4)).Select(_ => dice.Text())];
    }
}

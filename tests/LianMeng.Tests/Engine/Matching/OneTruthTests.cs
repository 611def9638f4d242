using LianMeng.Engine.Matching;
using LianMeng.Tests.Engine.Text;

namespace LianMeng.Tests.Engine.Matching;

/// <summary>An answer follows from the offers the asker may see: not from their order, and not from any other offer.</summary>
public sealed class OneTruthTests
{
    static readonly DateOnly Day = new(2026, 11, 30);

    [Fact]
    public void The_order_of_changes_does_not_matter()
    {
        for (var seed = 1u; seed <= 60; seed++)
        {
            var dice = new Dice(seed);
            using var changed = Firms.Index([]);
            var kept = new Dictionary<Guid, Offer>();
            for (var step = 0; step < 60; step++)
            {
                var offer = Random(dice, dice.Below(14));
                if (dice.Below(4) == 0) Assert.Equal(kept.Remove(offer.Id), changed.Remove(offer.Id));
                else changed.Upsert(kept[offer.Id] = offer);
                // asking about other days in between moves the shelves, not the answers
                if (dice.Below(5) == 0) changed.Search(Ask(dice));
            }
            using var fresh = Firms.Index(kept.Values.OrderByDescending(offer => offer.Id));
            using var shuffled = Firms.Index(kept.Values.OrderBy(offer => (uint)offer.Id.GetHashCode() * (seed | 1)));
            for (var i = 0; i < 6; i++)
            {
                var request = Ask(dice);
                var expected = Told(fresh.Search(request));
                Assert.Equal(expected, Told(changed.Search(request)));
                Assert.Equal(expected, Told(shuffled.Search(request)));
            }
        }
    }

    [Fact]
    public void What_an_asker_may_not_see_changes_nothing()
    {
        var told = 0;
        for (var seed = 1u; seed <= 150; seed++)
        {
            var dice = new Dice(seed);
            var offers = Enumerable.Range(0, 18).Select(i => Random(dice, i)).ToArray();
            using var whole = Firms.Index(offers);
            for (var i = 0; i < 4; i++)
            {
                var request = Ask(dice);
                using var seen = Firms.Index(offers.Where(offer => IsSeen(offer, request)).Select(offer => request.SeesBuys ? offer : offer with { Buys = [] }));
                var expected = Told(seen.Search(request));
                Assert.True(expected == Told(whole.Search(request)), $"seed {seed}: {request.Text}\n{expected}\n{Told(whole.Search(request))}");
                foreach (var offer in offers)
                {
                    // the ended are explained as ended, everything else unseen is unknown
                    if (offer.Until is { } until && until < request.Today) continue;
                    Assert.Equal(Told(seen.Explain(offer.Id, request)), Told(whole.Explain(offer.Id, request)));
                }
                if (expected.Contains('|')) told++;
            }
        }
        Assert.True(told > 100, $"only {told} questions found anything");
    }

    /// <summary>Canaries: lines of others that would steer how a question is read, mended, weighed or declined, if they were looked at.</summary>
    [Theory]
    [InlineData("求购国际国内船舶代理", "国际国内船舶代理")]
    [InlineData("需要光刻胶", "光刻胶")]
    [InlineData("求购铝合金轮股", "铝合金轮股")]
    [InlineData("铝型才 6063", "铝型才")]
    [InlineData("求购铝板 每月20吨", "铝板")]
    [InlineData("求购耐高温橡胶密封圈", "耐高温密封圈")]
    [InlineData("供应废铝", "废铝")]
    [InlineData("想买点铝材", "铝材")]
    [InlineData("每月有铝屑20吨，找人上门收", "铝屑")]
    [InlineData("求购汽车", "汽车")]
    public void Canaries_sing_for_nobody_else(string text, string line)
    {
        // enough of them to move the rarity of every character they have
        var lines = Enumerable.Range(0, 60).Select(i => i == 0 ? line : $"{line}{(char)(0x4e00 + i * 7)}").ToArray();
        foreach (var kind in new[] { MatchKind.Demand, MatchKind.Supply })
        {
            var request = Firms.Asks(text, kind) with { SeesBuys = false, Today = Day, Circle = "甲" };
            using var plain = Firms.Index();
            var expected = Told(plain.Search(request));
            foreach (var (name, canary) in Unseen(lines))
            {
                using var planted = Firms.Index([.. Firms.All, canary]);
                Assert.True(expected == Told(planted.Search(request)), $"{name}\n{expected}\n{Told(planted.Search(request))}");
                // the canary is alive: whoever may see it gets another answer
                var everything = request with { SeesBuys = true, Today = null, AllCircles = true, Scopes = new HashSet<Guid> { Firms.District, Firms.Other } };
                Assert.True(name == "private" && kind == MatchKind.Demand || Told(planted.Search(everything)) != Told(plain.Search(everything)), $"{name} is dead");
            }
        }

        static IEnumerable<(string Name, Offer Canary)> Unseen(string[] lines)
        {
            var bare = new Offer(new Guid(77, 0, 0, new byte[8]), "金丝雀", Firms.District, null, [], [], [], []);
            yield return ("other district", bare with { Scope = Firms.Other, Makes = lines, Buys = lines, Supplies = lines, Seeks = lines });
            yield return ("other circle", bare with { Circle = "乙", Makes = lines, Buys = lines, Supplies = lines, Seeks = lines });
            yield return ("ended", bare with { Until = Day.AddDays(-1), Makes = lines, Supplies = lines, Seeks = lines });
            yield return ("private", bare with { Buys = lines });
        }
    }

    [Fact]
    public void Owners_come_once_by_their_best_offer()
    {
        for (var seed = 1u; seed <= 100; seed++)
        {
            var dice = new Dice(seed);
            var offers = Enumerable.Range(0, 16).Select(i => Random(dice, i)).ToArray();
            using var index = Firms.Index(offers);
            var request = Ask(dice) with { Take = 100, Lowered = Lowered(dice) };
            var qualifying = offers.Select(offer => (offer, why: index.Explain(offer.Id, request))).Where(pair => pair.why?.Qualifies == true)
                .OrderByDescending(pair => pair.why!.Score).ThenBy(pair => pair.offer.Name, StringComparer.Ordinal).ThenBy(pair => pair.offer.Id)
                .GroupBy(pair => pair.offer.Owner ?? pair.offer.Id).ToArray();
            var items = index.Search(request).Items;
            Assert.Equal(qualifying.Select(group => (group.Key, group.First().offer.Id, group.First().why!.Score)), items.Select(item => (item.Owner, item.OfferId, item.Score)));
            Assert.All(items.Zip(qualifying), pair => Assert.Subset(pair.Second.Skip(1).Select(entry => entry.offer.Id).ToHashSet(), pair.First.Also.ToHashSet()));
            for (var take = 0; take <= 3; take++)
                Assert.Equal(Told(items.Take(take)), Told(index.Search(request with { Take = take }).Items));
        }
    }

    [Fact]
    public void Lowering_never_raises_and_comes_before_take()
    {
        for (var seed = 1u; seed <= 100; seed++)
        {
            var dice = new Dice(seed);
            using var index = Firms.Index(Enumerable.Range(0, 16).Select(i => Random(dice, i)));
            var request = Ask(dice) with { Take = 100 };
            var plain = index.Search(request).Items.ToDictionary(item => item.Owner);
            var lowered = Lowered(dice);
            var items = index.Search(request with { Lowered = lowered }).Items;
            Assert.Equal(plain.Keys.Order(), items.Select(item => item.Owner).Order());
            Assert.All(items, item =>
            {
                Assert.InRange(item.Score, 0, plain[item.Owner].Score);
                Assert.Equal(item.Parts.Sum(part => part.Weight), item.Score, 1e-9);
                Assert.Equal(item.Parts.Any(part => part.Kind == ReasonKind.Rejected), item.Parts.Any(part => part.Weight < 0));
            });
            Assert.Equal(items.OrderByDescending(item => item.Score).Select(item => item.Score), items.Select(item => item.Score));
            Assert.Equal(items.Take(2).Select(item => item.OfferId), index.Search(request with { Lowered = lowered, Take = 2 }).Items.Select(item => item.OfferId));
        }
    }

    [Fact]
    public void An_excluded_owner_leaves_the_others_as_they_are()
    {
        for (var seed = 1u; seed <= 60; seed++)
        {
            var dice = new Dice(seed);
            using var index = Firms.Index(Enumerable.Range(0, 16).Select(i => Random(dice, i)));
            var request = Ask(dice) with { Take = 100 };
            var plain = index.Search(request).Items;
            if (plain.Count == 0) continue;
            var excluded = dice.One(plain).Owner;
            var left = index.Search(request with { Excluded = new HashSet<Guid> { excluded } }).Items;
            Assert.Equal(Told(plain.Where(item => item.Owner != excluded)), Told(left));
        }
    }

    static bool IsSeen(Offer offer, MatchRequest request) =>
        request.Scopes.Contains(offer.Scope) && (offer.Circle is null || request.AllCircles || offer.Circle == request.Circle) && !(offer.Until < request.Today);

    static Dictionary<Guid, string> Lowered(Dice dice) =>
        Enumerable.Range(0, 8).Select(_ => Id(dice.Below(16))).Distinct().ToDictionary(id => id, _ => "不合适");

    static MatchRequest Ask(Dice dice) => Firms.Asks(dice.Text(), dice.One([MatchKind.Demand, MatchKind.Supply]), 6) with
    {
        Region = "500107", Neighbours = dice.Below(3) > 0, SeesBuys = dice.Below(2) == 0, Circle = dice.One(["甲", "乙", null!]), AllCircles = dice.Below(5) == 0,
        Today = dice.One([null, Day, (DateOnly?)Day.AddDays(1), Day.AddDays(-2)]), Details = dice.Below(3) == 0 ? dice.Text() : null,
    };

    static Guid Id(int number) => new(number + 1, 0, 0, new byte[8]);

    static Offer Random(Dice dice, int number)
    {
        var isListing = number >= 6;
        var offer = new Offer(Id(number), $"企业{number % 3}", dice.Below(6) == 0 ? Firms.Other : Firms.District, dice.One(["500107", "500112", "110101", null!]),
            isListing ? [] : Lines(), isListing ? [] : Lines(), isListing ? [] : Lines(), dice.Below(2) == 0 ? ["专精特新"] : []);
        return !isListing ? offer : offer with
        {
            Owner = dice.Below(4) == 0 ? null : Id(dice.Below(6)), Supplies = dice.Below(2) == 0 ? Lines() : [], Seeks = dice.Below(2) == 0 ? Lines() : [],
            Circle = dice.One(["甲", "乙", null!, null!]), Until = dice.One([null, Day, (DateOnly?)Day.AddDays(-1), Day.AddDays(40)]),
        };

        string[] Lines() => [.. Enumerable.Range(0, dice.Below(4)).Select(_ => dice.Text())];
    }

    static string Told(IEnumerable<MatchItem> items) =>
        string.Join("\n", items.Select(item => $"{item.OfferId}|{item.Owner}|{item.Score}|{item.IsDirect}|{string.Join(",", item.Also)}|{string.Join(";", item.Parts)}"));

    static string Told(MatchResult result) =>
        Told(result.Items) + $"\nwanted {string.Join("、", result.Wanted)}\nmissing {string.Join(" ", result.Missing)}";

    static string Told(MatchExplanation? why) =>
        why is null ? "unknown" : $"{why.Qualifies} {why.Score} {string.Join(";", why.Parts)} {string.Join(" ", why.WhyNot)}";
}

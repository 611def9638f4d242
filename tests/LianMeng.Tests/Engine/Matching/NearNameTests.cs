using LianMeng.Engine.Matching;

namespace LianMeng.Tests.Engine.Matching;

/// <summary>A name mistyped by one character leads to the line it was meant for, behind every real answer and never where the question is plainly of something else.</summary>
public sealed class NearNameTests
{
    readonly MatchIndex index = Firms.Index();

    [Theory]
    [InlineData("硅股制品", "新密封", "硅胶制品")]
    [InlineData("求购仓饼服务", "顺通物流", "仓储服务")]
    [InlineData("粉末喷涂油工", "蓝海表面", "粉末喷涂加工")]
    [InlineData("求购木包质装箱 200个", "绿源木业", "木质包装箱")]
    [InlineData("朝装瓦楞", null, null)]
    public void One_character_leads_to_the_line(string text, string? firm, string? line)
    {
        var near = index.Search(Firms.Asks(text)).Items.Where(IsNear).ToList();
        Assert.Equal(firm, near.Select(item => Firms.Name(item.OfferId)).FirstOrDefault());
        if (line is null) return;
        Assert.False(near[0].IsDirect);
        Assert.StartsWith($"您是不是要找“{line}”？", near[0].Parts[0].Text, StringComparison.Ordinal);
        Assert.Contains("名称相近", near[0].Parts[0].Text, StringComparison.Ordinal);
        Assert.InRange(near[0].Score, 0.1, 35);
    }

    /// <summary>Another code is another thing, and so is what is itself a name.</summary>
    [Theory]
    [InlineData("6063-T6铝板")]
    [InlineData("求购A380铝合金锭")]
    [InlineData("CMC精密加工")]
    [InlineData("求购铝棒")]
    [InlineData("铝箔")]
    [InlineData("求购火锅底料")]
    [InlineData("求购番茄鸡蛋汤，每月20份")]
    public void Codes_known_names_and_other_things_are_not_corrected(string text) =>
        Assert.DoesNotContain(index.Search(Firms.Asks(text)).Items, IsNear);

    [Fact]
    public void It_stands_behind_every_answer_and_keeps_a_place_among_many()
    {
        var offers = Enumerable.Range(0, 30).Select(i => Made(i, "仓储")).Append(Made(90, "装卸仓储")).Append(Made(91, "装卸仓储")).ToList();
        using var many = Firms.Index(offers);
        var items = many.Search(Firms.Asks("装醇仓储")).Items;
        Assert.Equal(10, items.Count);
        Assert.Equal(["企业90", "企业91"], items.Where(IsNear).Select(item => offers.Single(offer => offer.Id == item.OfferId).Name));
        Assert.Equal(8, items.TakeWhile(item => item.IsDirect).Count());
        // a single answer is the best one
        Assert.True(many.Search(Firms.Asks("装醇仓储", take: 1)).Items.Single().IsDirect);
        Assert.DoesNotContain(many.Search(Firms.Asks("装卸仓储")).Items, IsNear);
    }

    [Fact]
    public void Only_what_the_asker_may_see_and_the_role_that_answers_counts()
    {
        using var small = Firms.Index([Made(1, "硅胶制品", Firms.Other), Made(2, "橡胶圈") with { Buys = ["硅胶制品"] }, Made(3, "硅胶制品")]);
        Assert.Equal([Id(3)], small.Search(Firms.Asks("硅股制品")).Items.Where(IsNear).Select(item => item.OfferId));
        Assert.Empty(small.Search(Firms.Asks("硅股制品") with { Excluded = new HashSet<Guid> { Id(3) } }).Items);
        // who makes it does not buy it
        Assert.Equal([Id(2)], small.Search(Firms.Asks("供应硅股制品", MatchKind.Supply)).Items.Where(IsNear).Select(item => item.OfferId));
        Assert.Empty(small.Search(Firms.Asks("供应硅股制品", MatchKind.Supply) with { SeesBuys = false }).Items);
    }

    [Fact]
    public void Why_not_tells_the_same_as_the_search()
    {
        var why = index.Explain(Firms.Id("顺通物流"), Firms.Asks("求购仓饼服务"))!;
        Assert.True(why.Qualifies);
        Assert.Equal(ReasonKind.Near, why.Parts[0].Kind);
        Assert.False(index.Explain(Firms.Id("华包纸业"), Firms.Asks("求购仓饼服务"))!.Qualifies);
    }

    /// <summary>A line that reading divides or robs of a sign is found by its own letters before all that share its words.</summary>
    [Theory]
    [InlineData("③材料")]
    [InlineData("求购软件及辅助设备，每月20吨")]
    [InlineData("制造业")]
    [InlineData("以上板")]
    public void What_is_a_line_letter_by_letter_comes_first(string text)
    {
        using var many = Firms.Index([
            .. Enumerable.Range(0, 30).Select(i => Made(i, i % 2 == 0 ? "材料" : "软件")), .. Enumerable.Range(30, 30).Select(i => Made(i, "设备、板")),
            .. new[] { "③材料", "软件及辅助设备", "制造业", "以上板" }.Select((line, i) => Made(90 + i, line)),
        ]);
        var item = many.Search(Firms.Asks(text)).Items[0];
        Assert.InRange(item.OfferId, Id(90), Id(93));
        Assert.True(item.IsDirect);
        Assert.Contains(item.Parts, part => part.Text.Contains("一字不差", StringComparison.Ordinal));
    }

    static bool IsNear(MatchItem item) => item.Parts[0].Kind == ReasonKind.Near;

    static Offer Made(int number, string line, Guid? scope = null) => new(Id(number), $"企业{number:00}", scope ?? Firms.District, null, [line], [], [], []);

    static Guid Id(int number) => new(number + 1, 0, 0, new byte[8]);
}

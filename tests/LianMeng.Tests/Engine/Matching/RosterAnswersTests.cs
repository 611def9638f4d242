using LianMeng.Capabilities.Chains.Public;
using LianMeng.Engine.Matching;
using LianMeng.Engine.Text;

namespace LianMeng.Tests.Engine.Matching;

/// <summary>Demands as people speak and type them: what they ask for is a line of whoever comes first.</summary>
public sealed class RosterAnswersTests
{
    [Theory]
    // a part and its process; what the supplier must have
    [InlineData("求太阳能边框型材，6005-T5，一车", "光伏边框型材")]
    [InlineData("摩托车减震器 500对 出口用", "后减震器")]
    [InlineData("摩托车缸盖低压铸造，每月3000件", "摩托车缸头")]
    [InlineData("减速器壳体毛坯+机加工，要有1600吨以上的压铸机", "减速器壳体")]
    [InlineData("要有1250T压铸机，能做减速器壳体，送到永川", "减速器壳体")]
    [InlineData("找厂做控制器外壳的压铸和喷粉", "控制器壳体")]
    [InlineData("锂电池铝壳冲压", "电池铝壳")]
    [InlineData("路灯壳子压铸，要过IP66", "灯具外壳压铸件")]
    [InlineData("电机端盖压铸件，T6热处理的优先", "电机端盖")]
    [InlineData("充电器外壳 5万套", "充电器外壳压铸件")]
    [InlineData("电动车车把要阳极氧化，膜厚12个u以上", "阳极氧化加工")]
    [InlineData("减震器筒要CNC", "CNC加工")]
    [InlineData("离合器盖压铸，模具自带", "离合器盖压铸件")]
    [InlineData("想找能做T6热处理的", "铝合金T6热处理")]
    [InlineData("控制臂锻造毛坯", "控制臂锻件")]
    [InlineData("刹车卡钳锻造，要做硬质氧化", "刹车卡钳")]
    // talk, measures and places
    [InlineData("发货到江津的6082棒子有没有", "6063铝棒")]
    [InlineData("求6005A型材，壁厚不低于2.5，长度6米，T6状态", "6063铝型材")]
    [InlineData("电解铝液直送，就近", "直供铝液")]
    [InlineData("帮忙运输铝锭到宁波港", "铝锭运输")]
    [InlineData("铝水直供，能不能送到蒲吕组团", "直供铝液")]
    [InlineData("ADC12先来20顿试试，送西彭", "ADC12铝合金锭")]
    [InlineData("谁家做铝散热器，要过盐雾480小时", "铝散热器")]
    [InlineData("铸造铝合金锭，铁不超0.12，硅7%", "铸造铝合金锭")]
    [InlineData("求购变速箱壳，件不大", "变速器壳体")]
    [InlineData("哪个做得来铝合金缸体哦", "发动机缸体")]
    [InlineData("有没得人做断桥铝门窗哦，要本地的", "断桥铝门窗")]
    [InlineData("6061圆棒 直径80 来两吨", "6061铝棒材")]
    [InlineData("包装用纸箱，件不大，要带提手", "纸箱")]
    // a slip of the pen
    [InlineData("急求铝合金轮股，PCD 4x100，量有点多", "铝合金轮毂")]
    [InlineData("铝型才 6063 T5 来5吨", "6063铝型材")]
    [InlineData("涂炭铝箔 12微米 每月3吨", "涂碳铝箔")]
    [InlineData("阳级氧化加工", "阳极氧化加工")]
    [InlineData("压铸磨具两套", "压铸模具")]
    [InlineData("发动机刚体", "发动机缸体")]
    public void The_first_answer_makes_it(string text, string line)
    {
        var result = RosterIndex.Ask(text);
        Assert.True(result.Items.Count > 0, string.Join(" ", [.. result.Wanted, .. result.Missing]));
        Assert.True(result.Items[0].IsDirect);
        Assert.True(RosterIndex.Offer(result.Items[0]).Makes.Contains(line), $"{RosterIndex.Offer(result.Items[0]).Name}: {result.Items[0].Parts[0].Text}");
    }

    [Theory]
    [InlineData("我们车间一个月有十来吨型材料头，找人来拉走")]
    [InlineData("厂里积了一堆压铸料柄，有没得人上门回收")]
    [InlineData("有批废铝想处理掉，长期有货")]
    [InlineData("CNC加工车间的铝屑想找下家")]
    public void What_is_given_away_finds_those_who_trade_in_it_and_says_so(string text)
    {
        var result = RosterIndex.Ask(text);
        var first = RosterIndex.Offer(result.Items[0]);
        Assert.Contains(first.Makes, line => line is "废铝");
        Assert.Contains("主营“废铝”", result.Items[0].Parts[0].Text);
        // nobody is named for what he only has left over himself, and no reason quotes a purchase
        Assert.All(result.Items, item => Assert.DoesNotContain("副产品含", item.Parts[0].Text));
        Assert.All(result.Items.SelectMany(item => RosterIndex.Offer(item).Buys.Except(RosterIndex.Offer(item).Makes).Select(buy => (item, buy))),
            pair => Assert.DoesNotContain(pair.item.Parts, part => part.Text.Contains($"主营“{pair.buy}”", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("铝灰每年两百吨，求有资质的单位处理", "铝灰处置")]
    [InlineData("废钢边角料谁收？", "废钢")]
    [InlineData("回收铝灰的厂有吗", "铝灰处置")]
    [InlineData("想把一批旧轮毂卖了", "废铝轮毂")]
    [InlineData("铝线收不收", "废铝线")]
    [InlineData("出售废纸箱", "废纸板")]
    public void Other_remainders_too(string text, string line) => Assert.Contains(line, RosterIndex.Offer(RosterIndex.Ask(text).Items[0]).Makes);

    [Theory]
    [InlineData("收购铝屑，每月20吨")]
    [InlineData("求购压铸边角料")]
    [InlineData("我公司是铝灰处理企业，求购铝灰")]
    public void Who_buys_remainders_still_finds_those_who_have_them(string text) =>
        Assert.StartsWith("副产品含", RosterIndex.Ask(text).Items[0].Parts[0].Text);

    [Theory]
    [InlineData("铝")]
    [InlineData("想买点铝材")]
    [InlineData("需要铝合金")]
    public void A_bare_material_lists_what_there_is_of_it_and_asks_back(string text)
    {
        var result = RosterIndex.Ask(text);
        Assert.NotEmpty(result.Items);
        Assert.All(result.Items, item => Assert.True(item is { IsDirect: false, Score: < 25 } && item.Parts[0].Text.StartsWith("只说了材料", StringComparison.Ordinal)));
        Assert.Contains("只看出材料", Assert.Single(result.Missing));
    }

    [Theory]
    [InlineData("求购铜板带")]
    [InlineData("锌合金压铸")]
    [InlineData("采购大米五吨，送食堂")]
    [InlineData("有没有做芯片封装的")]
    [InlineData("找轮胎翻新")]
    [InlineData("人造石")]
    [InlineData("送料机")]
    [InlineData("发酵罐一台，要有压力容器证")]
    [InlineData("应急灯 200个")]
    [InlineData("车间废气处理")]
    [InlineData("废切削液处置，要有危废资质")]
    [InlineData("旧托盘转让")]
    [InlineData("水泥 20顿")]
    [InlineData("采购电磨")]
    [InlineData("铅")]
    public void What_nobody_makes_finds_nobody(string text)
    {
        var result = RosterIndex.Ask(text);
        Assert.True(result.Items.Count == 0, string.Join("; ", result.Items.Select(item => $"{RosterIndex.Offer(item).Name} {item.Score} {item.Parts[0].Text}")));
        Assert.NotEmpty(result.Missing);
    }

    /// <summary>The graph of all chains knows these; whoever is near in it is shown as near, and that nobody makes them is said.</summary>
    [Theory]
    [InlineData("不锈钢板")]
    [InlineData("求购镁合金压铸件")]
    public void What_nobody_makes_but_the_chains_know_finds_only_neighbours(string text)
    {
        var result = RosterIndex.Ask(text);
        Assert.NotEmpty(result.Items);
        Assert.All(result.Items, item => Assert.False(item.IsDirect));
        Assert.NotEmpty(result.Missing);
    }

    [Fact]
    public void A_mended_word_is_said_in_the_reason() =>
        Assert.StartsWith("按“铝合金轮毂”理解“铝合金轮股”：", RosterIndex.Ask("铝合金轮股").Items[0].Parts[0].Text);

    [Fact]
    public void A_condition_met_is_a_plus_and_never_the_main_part()
    {
        var plain = RosterIndex.Ask("6063铝棒").Items[0];
        var with = RosterIndex.Ask("6063铝棒，要有铝合金扁铸锭").Items[0];
        Assert.Equal(plain.OfferId, with.OfferId);
        Assert.Equal(plain.Parts[0], with.Parts[0]);
        Assert.Contains(with.Parts, part => part.Kind == ReasonKind.Breadth);
        Assert.Equal(["6063铝棒"], RosterIndex.Ask("6063铝棒，要有铝合金扁铸锭").Wanted);
    }

    [Fact]
    public void Aliases_of_the_chain_are_unique()
    {
        var names = new ChainBackbones().Graph.Products.SelectMany(product => product.Aliases.Append(product.Name).Select(name => (Name: ShortText.Normalise(name).Replace(" ", "").Replace("-", ""), product.Key)));
        Assert.Empty(names.GroupBy(pair => pair.Name).Where(group => group.Count() > 1).Select(group => string.Join(" ", group)));
    }
}

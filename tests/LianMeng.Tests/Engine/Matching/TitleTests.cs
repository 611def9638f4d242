using System.Diagnostics;
using LianMeng.Engine.Matching;

namespace LianMeng.Tests.Engine.Matching;

/// <summary>The product lines that titles of listings stand for, as firms write them.</summary>
public sealed class TitleTests
{
    // a small piece of the chain and a few places: what is in the index must not matter, so nothing is
    static readonly MatchIndex Index = new(Firms.Graph, null, ["蒲吕组团", "西彭镇"]);

    [Theory]
    [InlineData("求购 ADC12 铝合金锭 200吨/月", "ADC12铝合金锭")]
    [InlineData("长期采购电动车控制器 48V", "电动车控制器")]
    [InlineData("求购注塑件（PP外壳）每月5万件", "注塑件|PP外壳")]
    [InlineData("诚邀物流合作：西彭到青岛港集装箱", "物流")]
    [InlineData("急购摩托车发动机缸体毛坯，月需3000件", "摩托车发动机缸体毛坯")]
    [InlineData("【急】求购PCB线路板 双面板 5000片", "PCB线路板|双面板")]
    [InlineData("寻找阳极氧化加工厂家（表面处理外协）", "阳极氧化|表面处理")]
    [InlineData("求租叉车2台，租期3个月", "叉车")]
    [InlineData("铝灰处置，需有危废资质", "铝灰处置")]
    [InlineData("每月有铝屑20吨，找人上门收", "铝屑回收")]
    [InlineData("高价求购废铝，上门回收", "废铝")]
    [InlineData("求购电动自行车车架，年需求10万台", "电动自行车车架")]
    [InlineData("我厂做压铸件，求购脱模剂", "脱模剂")]
    [InlineData("铝板带生产企业，求购铝锭500吨", "铝锭")]
    [InlineData("需要第三方检测服务（金属材料成分分析）", "第三方检测服务|金属材料成分分析")]
    [InlineData("采购汽车座椅用海绵", "海绵")]
    [InlineData("求购光伏边框型材 6005-T5，一车", "光伏边框型材6005-T5")]
    [InlineData("求购纸箱 400x300x200mm 2000个，送到九龙坡区西彭镇", "纸箱")]
    [InlineData("求购铝锭，付款方式月结，质保一年", "铝锭")]
    [InlineData("急需：摩托车减震器500对，出口用", "摩托车减震器")]
    [InlineData("ＡＤＣ１２铝锭 采购", "ADC12铝锭")]
    [InlineData("招聘焊工5名", "焊工")]
    [InlineData("采购安全帽、劳保手套和工作服", "安全帽|劳保手套|工作服")]
    [InlineData("求购铝", "铝")]
    // public notices name who asks, and ask in words of their own
    [InlineData("某某能源股份有限公司江西省分公司2026年胶体蓄电池采购项目公开招标预公告", "胶体蓄电池")]
    [InlineData("某某能源有限公司江西分公司2026年三轮车电池充电器项目--比选公告", "三轮车电池充电器")]
    [InlineData("2026年数字通信电缆集中采购项目招标公告", "数字通信电缆")]
    [InlineData("关于征求江西公司2026年至2027年解耦式液冷机柜技术规范书及技术评分表意见的公告", "解耦式液冷机柜")]
    [InlineData("某某能源有限公司2026年南昌市共享电单车锂电池项目招标公告", "共享电单车锂电池")]
    [InlineData("某某通信有限公司温州市分公司移动式柴油发电机组采购询比采购公告", "移动式柴油发电机组")]
    [InlineData("某某能源江西省分公司2026年报废铅酸电池回收商选聘项目-公开竞争性谈判公告", "报废铅酸电池回收")]
    public void What_a_demand_seeks(string title, string lines) => Assert.Equal(lines, string.Join('|', Index.LinesOf(title, MatchKind.Demand)));

    [Theory]
    [InlineData("供应再生铝合金液，可直供", "再生铝合金液")]
    [InlineData("出售6063铝型材边角料", "6063铝型材边角料")]
    [InlineData("承接CNC加工、压铸件精加工", "CNC加工|压铸件精加工")]
    [InlineData("大量供应A356.2铝合金锭，价格优惠，量大从优", "A356.2铝合金锭")]
    [InlineData("我公司生产磷酸铁锂电池组，寻求合作", "磷酸铁锂电池组")]
    [InlineData("现货供应5052铝板、6061铝板、1060铝卷", "5052铝板|6061铝板|1060铝卷")]
    [InlineData("转让二手630T压铸机一台", "压铸机")]
    [InlineData("出售铝灰，每月50吨", "铝灰")]
    [InlineData("提供T6热处理加工服务", "T6热处理加工服务")]
    [InlineData("供应智能门锁主板及模组", "智能门锁主板|模组")]
    [InlineData("提供集装箱运输：重庆到宁波", "集装箱运输")]
    [InlineData("供应铝棒，用于铝合金轮毂", "铝棒")]
    [InlineData("供应铝板；铝箔；铝棒", "铝板|铝箔|铝棒")]
    [InlineData("PLC控制柜、自动化生产线集成", "PLC控制柜|自动化生产线集成")]
    [InlineData("铝水直供，可送铜梁蒲吕组团", "铝水")]
    [InlineData("🔥🔥出售全新注塑机🔥", "全新注塑机")]
    [InlineData("★特价★铝棒★铝箔★", "特价|铝棒|铝箔")]
    [InlineData("A00", "A00")]
    public void What_a_supply_offers(string title, string lines) => Assert.Equal(lines, string.Join('|', Index.LinesOf(title, MatchKind.Supply)));

    [Theory]
    [InlineData("")]
    [InlineData("   \t ")]
    [InlineData("，。！？、；：…")]
    [InlineData("@@##!!$$%%^^&&**")]
    [InlineData("😀😀😀🔥👍🏽")]
    [InlineData("❤️✅☎")]
    [InlineData("2026年3月 200吨 价格面议")]
    [InlineData("13800138000")]
    [InlineData("求购")]
    [InlineData("长期合作，量大从优")]
    [InlineData("啊啊啊啊啊啊啊啊")]
    public void What_names_nothing_gives_nothing(string title)
    {
        Assert.Empty(Index.LinesOf(title, MatchKind.Demand));
        Assert.Empty(Index.LinesOf(title, MatchKind.Supply));
    }

    [Theory]
    [InlineData("铝")]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("，")]
    [InlineData("🔥")]
    [InlineData("吨")]
    [InlineData("1m")]
    [InlineData("求")]
    [InlineData("\ud83d")]
    public void Ten_thousand_repetitions_give_nothing_quickly(string piece)
    {
        var title = string.Concat(Enumerable.Repeat(piece, 10_000));
        Index.LinesOf(title, MatchKind.Demand);
        var clock = Stopwatch.StartNew();
        Assert.Empty(Index.LinesOf(title, MatchKind.Demand));
        Assert.Empty(Index.LinesOf(title, MatchKind.Supply));
        Assert.True(clock.ElapsedMilliseconds < 500, $"{clock.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void The_index_does_not_matter()
    {
        string[] titles = ["求购国际国内船舶代理", "供应铝合金轮股", "求购特价好货", "需要光刻胶和量大从优"];
        using var full = new MatchIndex(Firms.Graph);
        var before = titles.Select(title => string.Join('|', full.LinesOf(title, MatchKind.Demand))).ToArray();
        full.Upsert(new(new Guid(1, 0, 0, new byte[8]), "企业", Firms.District, null, ["国际国内船舶代理", "铝合金轮股", "特价好货", "光刻胶和量大从优"], [], [], []));
        Assert.Equal(before, titles.Select(title => string.Join('|', full.LinesOf(title, MatchKind.Demand))));
    }

    /// <summary>A title is found again by the question that asks for the same in other words.</summary>
    [Theory]
    [InlineData("供应再生铝合金液，可直供", "求购再生铝合金液 每月100吨")]
    [InlineData("承接CNC加工、压铸件精加工", "零件CNC加工外协")]
    [InlineData("出售6063铝型材边角料", "求购铝型材边角料")]
    [InlineData("供应智能门锁主板及模组", "采购智能门锁主板 2000套")]
    public void What_is_read_is_found(string title, string question)
    {
        using var index = new MatchIndex(Firms.Graph);
        var id = new Guid(5, 0, 0, new byte[8]);
        index.Upsert(new(id, title, Firms.District, null, [], [], [], []) { Supplies = index.LinesOf(title, MatchKind.Supply) });
        var item = Assert.Single(index.Search(Firms.Asks(question)).Items);
        Assert.Equal((id, true), (item.OfferId, item.IsDirect));
    }
}

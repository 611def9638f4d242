using LianMeng.Engine.Matching;

namespace LianMeng.Tests.Engine.Matching;

/// <summary>Demands as people write them, against <see cref="Firms"/>: who must come first, and what nobody here can answer.</summary>
public sealed class MatchAnswersTests
{
    readonly MatchIndex index = Firms.Index();

    [Theory]
    [InlineData("求购再生铝锭 ADC12 每月200吨", "鑫泰再生金属")]
    [InlineData("我司长期采购A356铝合金锭，月用量50吨，货到付款", "博远铝业")]
    [InlineData("急需6061-T6铝板一批，厚度3mm，宽1220mm", "西铝板带")]
    [InlineData("找做锂电池用铝箔的厂家", "渝箔科技")]
    [InlineData("谁能做新能源汽车电机壳的铝合金压铸？年需求10万件", "精诚压铸")]
    [InlineData("需要一套压铸模具，2026年3月底前交货", "天成模具")]
    [InlineData("想订2000个瓦楞纸箱，尺寸400x300x200mm，送到九龙坡区西彭镇", "华包纸业")]
    [InlineData("哪家可以做铝件阳极氧化", "蓝海表面")]
    [InlineData("零件热处理外协，每周约3吨", "恒力热处理")]
    [InlineData("有没有CNC加工厂，小批量铝合金零件", "数控先锋")]
    [InlineData("采购PCB 500片", "光电子")]
    [InlineData("求购汽车线束供应商", "线缆世家")]
    [InlineData("长期需要M8六角螺栓，每月10万颗", "山城紧固件")]
    [InlineData("需要耐高温的橡胶密封圈", "新密封")]
    [InlineData("采购片状烧碱 30吨/月", "雾都化工")]
    [InlineData("机加工车间需要切削液", "朝天切削液")]
    [InlineData("找一家冷链运输公司跑成都", "顺通物流")]
    [InlineData("铝灰处置，每年800吨，要有资质", "环清固废")]
    [InlineData("需要租两台叉车，三个月", "安行叉车")]
    [InlineData("采购劳保手套、安全帽各500套", "劳保之家")]
    [InlineData("包装内衬用珍珠棉", "泡沫新材")]
    [InlineData("我公司生产汽车座椅，现求购海绵", "泡沫新材")]
    [InlineData("求购储能电池 2MWh", "锂源电池")]
    [InlineData("求购全新熔铝炉一台", "铸造机械")]
    [InlineData("ＡＤＣ１２", "鑫泰再生金属")]
    [InlineData("压铸铝件", "精诚压铸")]
    [InlineData("铝轮毂配套供应商", "瑞驰车轮")]
    [InlineData("食堂采购火锅底料100箱", "川味食品")]
    public void The_right_firm_comes_first(string text, string expected)
    {
        var result = index.Search(Firms.Asks(text));
        Assert.True(result.Items.Count > 0, $"nothing for {text}: {string.Join("/", result.Wanted)} {string.Join(" ", result.Missing)}");
        Assert.Equal(expected, Firms.Name(result.Items[0].OfferId));
        Assert.True(result.Items[0].IsDirect);
        Assert.Empty(result.Missing);
    }

    [Theory]
    [InlineData("求购航空发动机叶片 每月200件")]
    [InlineData("采购液晶面板，长期合作")]
    [InlineData("需要光刻胶，九龙坡区本地优先")]
    [InlineData("谁能做碳纤维布？")]
    [InlineData("求购铜板带 每月20吨")]
    [InlineData("需要医用口罩10万只")]
    [InlineData("找钢结构厂房设计施工单位")]
    [InlineData("求购玻璃瓶 500ml 20万个")]
    [InlineData("需要ERP软件开发服务")]
    [InlineData("采购大豆油2吨，重庆市九龙坡区交货")]
    [InlineData("求购稀土永磁材料")]
    [InlineData("有没有生产轴承的企业")]
    [InlineData("每月200吨，送到重庆，长期合作")]
    [InlineData("求购汽车")]
    [InlineData("@@##!!")]
    [InlineData("")]
    public void What_nobody_makes_finds_nobody(string text)
    {
        var result = index.Search(Firms.Asks(text));
        Assert.True(result.Items.Count == 0, string.Join("; ", result.Items.Select(item => $"{Firms.Name(item.OfferId)} {item.Score} {item.Parts[0].Text}")));
        Assert.NotEmpty(result.Missing);
    }

    [Theory]
    [InlineData("出售铝灰，每月50吨", "环清固废")]
    [InlineData("我厂每月产生铝屑20吨，找下家", "鑫泰再生金属")]
    [InlineData("我公司生产A356铝合金锭，谁需要", "瑞驰车轮")]
    [InlineData("供应电池铝箔", "锂源电池")]
    public void A_supply_finds_who_buys(string text, string expected)
    {
        var result = index.Search(Firms.Asks(text, MatchKind.Supply));
        Assert.True(result.Items.Count > 0, string.Join(" ", result.Missing));
        Assert.Equal(expected, Firms.Name(result.Items[0].OfferId));
    }
}

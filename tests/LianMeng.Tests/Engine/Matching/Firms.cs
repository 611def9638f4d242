using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Matching;

namespace LianMeng.Tests.Engine.Matching;

/// <summary>An invented district: firms of several trades and a small piece of the aluminium chain.</summary>
static class Firms
{
    public static readonly Guid District = new("11111111-0000-0000-0000-000000000001"), Other = new("11111111-0000-0000-0000-000000000002");

    public static IReadOnlySet<Guid> Here { get; } = new HashSet<Guid> { District };

    public static readonly ProductGraph Graph = new(
        [
            P("bauxite", "铝土矿", "铝矾土", "铝土矿石"), P("alumina", "氧化铝", "冶金级氧化铝"), P("primary", "原铝", "电解铝", "重熔用铝锭", "A00铝锭", "A00"),
            P("scrap", "废铝", "铝屑", "废旧铝材"), P("recycled", "再生铝", "再生铝锭", "再生铝合金锭"), P("ingot", "铝合金锭", "铸造铝合金锭", "铝合金铸锭"),
            P("adc12", "铝合金锭 ADC12", "ADC12", "ADC12铝锭"), P("sheet", "铝板带", "铝板", "铝带", "铝卷"), P("foil", "铝箔", "双零箔"), P("profile", "铝型材", "铝合金型材", "工业铝型材"),
            P("casting", "铝压铸件", "铝合金压铸件", "压铸铝件"), P("wheel", "铝合金轮毂", "铝轮毂", "汽车轮毂"), P("dross", "铝灰", "铝灰渣"), P("rod", "铝棒", "铝圆棒"),
        ],
        [
            L("bauxite", "alumina"), L("alumina", "primary"), L("primary", "ingot"), L("recycled", "ingot"), L("scrap", "recycled"), L("ingot", "casting"), L("ingot", "wheel"),
            L("sheet", "foil"), L("rod", "profile"), new("adc12", "ingot", LinkMeaning.KindOf), new("dross", "recycled", LinkMeaning.ByProductOf), new("recycled", "primary", LinkMeaning.SubstituteOf),
        ]);

    public static IReadOnlyList<Offer> All { get; } =
    [
        F("博远铝业", "500107", ["铝合金锭", "A356铝合金锭"], by: ["铝灰"], buys: ["废铝", "工业硅"]),
        F("鑫泰再生金属", "500107", ["再生铝锭 ADC12", "再生铝合金锭"], buys: ["废铝", "铝屑"], has: ["高新技术企业", "再生资源回收备案"]),
        F("西铝板带", "500107", ["6061-T6铝板", "铝卷", "5052铝板"], buys: ["铝锭"], has: ["IATF 16949"]),
        F("渝箔科技", "500112", ["双零铝箔", "电池铝箔"], buys: ["铝板带"]),
        F("精诚压铸", "500107", ["铝合金压铸件", "新能源汽车电机壳体"], by: ["铝屑"], buys: ["ADC12", "模具"], has: ["IATF16949"]),
        F("宏图铝型材", "500151", ["工业铝型材", "断桥铝门窗型材"], buys: ["铝棒"]),
        F("瑞驰车轮", "500112", ["汽车铝合金轮毂"], buys: ["A356铝合金锭"]),
        F("南矿集团", "500119", ["铝土矿", "石灰石"]),
        F("天成模具", "500107", ["压铸模具", "注塑模具", "冲压模具"], buys: ["模具钢"]),
        F("华包纸业", "500107", ["瓦楞纸箱", "彩盒"], buys: ["瓦楞原纸"]),
        F("绿源木业", "500151", ["木托盘", "木质包装箱"]),
        F("蓝海表面", "500107", ["阳极氧化加工", "粉末喷涂加工", "电镀"], buys: ["硫酸"]),
        F("恒力热处理", "500107", ["金属热处理", "真空淬火"]),
        F("数控先锋", "500107", ["CNC精密加工", "机械零部件加工"], buys: ["6061铝棒"], has: ["专精特新"]),
        F("光电子", "500112", ["PCB电路板", "LED显示屏"], buys: ["覆铜板"]),
        F("线缆世家", "500112", ["电线电缆", "铝合金电缆", "汽车线束"], buys: ["铝杆", "电解铜"]),
        F("山城紧固件", "500107", ["六角螺栓", "不锈钢螺丝", "高强度紧固件"], buys: ["304不锈钢线材"]),
        F("新密封", "500112", ["橡胶密封圈", "硅胶制品", "汽车密封条"], buys: ["三元乙丙橡胶"]),
        F("雾都化工", "500119", ["烧碱", "液氯", "盐酸"], by: ["次氯酸钠"]),
        F("朝天切削液", "500107", ["金属切削液", "防锈油", "脱模剂"]),
        F("顺通物流", "500107", ["公路货运", "仓储服务", "冷链运输"]),
        F("检安检测", "500112", ["金属材料检测", "环境检测服务"], has: ["CMA"]),
        F("智控自动化", "500112", ["工业机器人集成", "自动化生产线", "PLC控制柜"]),
        F("环清固废", "500119", ["危险废物处置", "铝灰资源化利用"], buys: ["铝灰", "废酸"]),
        F("中德刀具", "500107", ["硬质合金刀具", "钻头", "铣刀"]),
        F("安行叉车", "500112", ["叉车", "叉车租赁", "叉车配件"]),
        F("劳保之家", "500107", ["劳保手套", "安全帽", "工作服"]),
        F("泡沫新材", "500151", ["EPE珍珠棉", "海绵", "EVA泡棉"]),
        F("锂源电池", "500112", ["磷酸铁锂电池", "储能电池系统"], buys: ["电池铝箔", "铜箔", "电解液"]),
        F("铸造机械", "500107", ["压铸机", "铝板切割机", "熔铝炉"]),
        F("川味食品", "500107", ["火锅底料", "香肠"]),
        F("邻区铝业", "500112", ["铝棒", "铝单板幕墙"], scope: Other),
    ];

    public static MatchIndex Index(IEnumerable<Offer>? offers = null)
    {
        var index = new MatchIndex(Graph, code => code switch { "500107" => "九龙坡区", "500112" => "渝北区", "500000" => "重庆市", _ => null });
        foreach (var offer in offers ?? All) index.Upsert(offer);
        return index;
    }

    public static MatchRequest Asks(string text, MatchKind kind = MatchKind.Demand, int take = 10) => new(text, kind, take, Here);

    public static string Name(Guid id) => All.Single(offer => offer.Id == id).Name;

    public static Guid Id(string name) => All.Single(offer => offer.Name == name).Id;

    static int number;

    static Offer F(string name, string region, string[] makes, string[]? by = null, string[]? buys = null, string[]? has = null, Guid? scope = null) =>
        new(new Guid(++number, 0, 0, new byte[8]), name, scope ?? District, region, makes, by ?? [], buys ?? [], has ?? []);

    static Product P(string key, string name, params string[] aliases) => new(key, name, aliases, "铝", ProductKind.Product);

    static ProductLink L(string from, string to) => new(from, to, LinkMeaning.InputOf);
}

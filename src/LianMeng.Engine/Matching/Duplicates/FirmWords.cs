namespace LianMeng.Engine.Matching.Duplicates;

/// <summary>The words that names of firms are read by.</summary>
internal static class FirmWords
{
    /// <summary>Endings and what they mean; a longer one comes before what it ends in.</summary>
    public static readonly (string Word, FirmForm Form)[] Forms =
    [
        ("集团股份有限公司", FirmForm.Group), ("集团有限责任公司", FirmForm.Group), ("集团有限公司", FirmForm.Group), ("集团总公司", FirmForm.Group), ("集团公司", FirmForm.Group),
        ("股份有限责任公司", FirmForm.Stock), ("股份有限公司", FirmForm.Stock), ("股份公司", FirmForm.Stock), ("有限责任公司", FirmForm.Company), ("有限责任", FirmForm.Company),
        ("有限公司", FirmForm.Company), ("总公司", FirmForm.Company), ("公司", FirmForm.Company), ("集团", FirmForm.Group), ("股份", FirmForm.Stock),
        ("农民专业合作社联合社", FirmForm.Cooperative), ("农民专业合作社", FirmForm.Cooperative), ("专业合作社", FirmForm.Cooperative), ("股份合作社", FirmForm.Cooperative), ("联合社", FirmForm.Cooperative), ("合作社", FirmForm.Cooperative),
        ("家庭农场", FirmForm.Farm), ("农场", FirmForm.Farm), ("合伙企业", FirmForm.Partnership), ("工厂", FirmForm.Works), ("总厂", FirmForm.Works), ("厂", FirmForm.Works),
        ("个体工商户", FirmForm.Household), ("经营部", FirmForm.Household), ("经销部", FirmForm.Household), ("营业部", FirmForm.Household), ("门市部", FirmForm.Household), ("服务部", FirmForm.Household), ("加工部", FirmForm.Household),
        ("销售部", FirmForm.Household), ("批发部", FirmForm.Household), ("商行", FirmForm.Household), ("商店", FirmForm.Household), ("门市", FirmForm.Household), ("店", FirmForm.Household), ("部", FirmForm.Household),
    ];

    /// <summary>What a bracket may say about the form.</summary>
    public static readonly (string Word, FirmForm Form)[] BracketForms =
    [
        ("个体工商户", FirmForm.Household), ("个体户", FirmForm.Household), ("个体", FirmForm.Household), ("集团", FirmForm.Group), ("股份", FirmForm.Stock),
        ("有限合伙", FirmForm.Partnership), ("普通合伙", FirmForm.Partnership), ("特殊普通合伙", FirmForm.Partnership), ("个人独资", FirmForm.Unsaid),
    ];

    /// <summary>Remarks of whoever kept the list: they say how the firm is, not who it is.</summary>
    public static readonly string[] Remarks =
    [
        "停产", "停业", "歇业", "在建", "筹建", "筹", "拟迁", "已迁", "搬迁", "搬迁中", "已搬迁", "注销", "已注销", "吊销", "规上", "规下", "规模以上", "限上", "高企", "新增", "新", "重点", "民营", "外资", "国有", "小微", "中小企业", "上市", "会员",
    ];

    /// <summary>A part of a firm, whatever stands before it.</summary>
    public static readonly string[] Branches =
        ["分公司", "子公司", "分厂", "分店", "分社", "分行", "支行", "分部", "分理处", "项目部", "项目经理部", "办事处", "代表处", "联络处", "车间", "事业部", "分校", "分院", "分中心", "厂区"];

    /// <summary>A part of a firm only where the firm's whole name stands before it: alone it is a firm's own name.</summary>
    public static readonly string[] BranchesBehind =
        ["营业部", "门市部", "经营部", "服务部", "销售部", "经销部", "工厂", "总厂", "厂", "店", "基地", "仓库", "中心", "站", "部", "队", "网点"];

    /// <summary>Ends of a firm's whole name, inside of a longer one.</summary>
    public static readonly string[] WholeEnds = ["有限责任公司", "有限公司", "股份公司", "集团公司", "总公司", "合作社"];

    /// <summary>Words that anybody's name may or may not have: they weigh nothing.</summary>
    public static string[] Weak { get; } =
        ["生产制造", "科技发展", "实业发展", "科技", "技术", "实业", "工业", "产业", "制造", "生产", "加工", "制品", "发展", "开发", "管理", "服务", "销售", "经营", "国际", "控股", "企业", "企业管理", "综合", "股份"];

    /// <summary>What firms do; a longer word comes before what it begins with. Not the firm's own name, and yet part of it.</summary>
    private static readonly string[] Trades = [.. """
        铝业 铝制品 铝材 铝合金 铝型材 铝箔 铝模 铜业 钢铁 钢构 钢结构 钢管 不锈钢 金属材料 金属制品 金属 有色金属 合金 冶金 冶炼 铸造 压铸 锻造 热处理 表面处理 电镀 喷涂 涂装 焊接 机床 机械制造 机械设备 机械加工 机械配件 机械 机电设备 机电 设备 装备 智能装备 通用设备 专用设备
        汽车零部件 汽车配件 汽车部件 汽车 汽配 摩托车配件 摩托车零部件 摩托车 摩配 车业 车辆 零部件 配件 部件 通机 动力 发动机 齿轮 传动 弹簧 轴承 阀门 泵业 水泵 紧固件 标准件 五金制品 五金 工具 模具 模架 夹具 刀具 仪器仪表 精密仪器 仪表 仪器
        电子科技 电子 电气设备 电气 电器 电力 电源 电池 电缆 电线 线缆 光电 光学 照明 灯饰 灯具 通信 通讯 网络 信息技术 信息 软件技术 软件 数码 智能科技 智能 物联网 半导体 传感器 自动化
        建材 建筑材料 建筑工程 建筑劳务 建筑 建设工程 建设 建工 建安 工程机械 工程 装饰工程 装饰 装潢 装修 门窗 幕墙 玻璃 陶瓷 水泥 混凝土 石材 木业 家具 家居 家私 卫浴 洁具 管业 管道 防水 保温 涂料 市政 园林绿化 园林 劳务
        塑料制品 塑料 塑胶 塑业 橡胶 橡塑 化工 化学 精细化工 涂层 树脂 新材料 复合材料 材料 包装制品 包装 纸业 纸制品 印务 印刷 彩印 文具 纺织 纺织品 服饰 服装 制衣 针织 鞋业 皮革 箱包 家纺
        食品 粮油 饮料 酒业 酿酒 茶业 茶叶 调味品 肉类 乳业 水产品 水产 饲料 种业 种植 养殖 农业发展 农业开发 农业科技 农业 农机 农产品 生态农业 果业 蔬菜 花卉 苗木 林业 畜牧
        药业 制药 医药 医疗器械 医疗 生物科技 生物 健康 环保科技 环保设备 环保 环境工程 环境 再生资源 资源 能源 新能源 燃气 石油 煤业 矿业 节能
        物流 运输 货运 仓储 快递 供应链管理 供应链 商贸 贸易 工贸 经贸 进出口 百货 超市 电子商务 酒店 餐饮 旅游 文化传媒 文化 传媒 广告 教育 培训 咨询 物业 证券 基金 期货 信托 石化 高速公路 公路 港口 航空 航运 铁路 医院 学校 房地产 置业 地产 投资 租赁 担保 小额贷款 银行 保险 人力资源 保安 家政 汽车销售 汽车维修
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Concat(Weak).Distinct().OrderByDescending(w => w.Length)];

    private static readonly Dictionary<char, string[]> TradesByFirst = Trades.GroupBy(t => t[0]).ToDictionary(g => g.Key, g => g.ToArray());

    /// <summary>The longest trade word that begins here, or null.</summary>
    public static string? TradeAt(string text, int start)
        => TradesByFirst.TryGetValue(text[start], out var words) ? Array.Find(words, w => string.CompareOrdinal(text, start, w, 0, w.Length) == 0) : null;

    /// <summary>One-character trades, at the very end of what is left: 红星铝厂.</summary>
    public const string ShortTrades = "铝铁钢铜锌药酒茶纸砖瓦";
}

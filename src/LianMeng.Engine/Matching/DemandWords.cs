using System.Collections.Frozen;

namespace LianMeng.Engine.Matching;

/// <summary>
/// The words people put around a product when they ask for it, and words that say little about one. The project's own
/// list, written from the way such requests are phrased; a longer entry always wins over a shorter one inside it.
/// </summary>
static class DemandWords
{
    const string Wants =
        "求购 急求 急购 急需 急缺 急找 急寻 紧缺 紧急采购 采购 拟采购 需采购 采买 购买 购置 订购 收购 集中采购 询比采购 公开采购 项目采购 采购项目 求租 寻找 寻求 找寻 诚寻 诚购 诚招 诚邀 招聘 征集 招标 招募 "
        + "需要 需求 亟需 想要 想买 想找人做 想找人 想找 要装 要做 要用 想做 需做 想装 要上 想采购 想购买 要买 要找 要采购 要订 询价 询购 求推荐 请推荐 推荐 介绍 委托 委托加工 外协加工 外协 外包 代工 找人做 找人 "
        + "谁能做 谁会做 谁可以做 谁在做 谁做 谁生产 谁能生产 谁能加工 谁能提供 谁能供 谁能 谁有 谁家有 谁家能做 谁家做 谁家能 谁家 谁会 谁收 谁要 谁需要 谁认识 谁知道 谁在卖 谁 "
        + "哪家能做 哪家可以做 哪家做 哪家有 哪家生产 哪家能 哪家 哪里能做 哪里有 哪里能 哪里可以 哪里 哪个厂 哪些厂 哪些企业 有没有人 有没有 有无 有谁 有哪些 "
        + "能不能做 能不能 能否 可否 是否有 订做 订制 定做 想订 想定制 缺少 短缺 补货 进货 订货 备货 出售 转让 富余 想卖给 卖给 想卖 找下家 哪个能做 哪个可以做 哪个有 哪个在做 哪个会做 有没得人做 有没得人 有没得 有莫得 有木有 哪儿有 哪儿能 哪家有货 谁家有货 谁有货 求介绍 求带 要一批 来一批 来一车 先来 来点 来些 想弄 想搞 要搞 想整 想拿 能做不 想要点 想买点 想找个 想找家 找家 找个 找找  找买家 找销路 寻买家 寻下家 ";

    const string TalkWords =
        "有限责任公司 股份有限公司 有限公司 公司 集团 生产厂家 生产厂商 生产企业 制造企业 制造厂家 加工企业 加工厂家 加工厂 厂家 厂商 工厂 供应商 供货商 供应厂家 生产商 制造商 服务商 经销商 代理商 承包商 商家 商户 "
        + "源头工厂 源头厂家 合作方 合作伙伴 合作单位 配套商 配套企业 下家 买家 卖家 老板 师傅 朋友 各位 大家 请问 你好 您好 谢谢 帮忙 帮我 帮我们 麻烦 联系人 联系电话 联系 电话 微信 手机 "
        + "长期合作 长期采购 长期供应 长期供货 长期 短期 常年 稳定供货 稳定供应 稳定 大量 少量 小批量 大批量 批量 若干 现货 期货 优先考虑 优先 价格优惠 价格实惠 价格 报价 价优 性价比高 性价比 量大从优 量大 从优 面议 "
        + "含税 不含税 含运费 含运 开票 专票 货到付款 月结 预付 合作 希望 最好是 最好能 最好 能够 可以 是否 目前 现在 近期 尽快 紧急 马上 立即 立刻 急用 速来 "
        + "本地 本区 本市 本县 本省 区内 市内 县内 省内 当地 附近 周边 就近 同城 外地 国内 国外 全国 左右 以上 以下 以内 上下 不少于 不低于 不超过 不小于 至少 大约 大概 "
        + "每月 每年 每周 每天 每日 每季度 每批 月用量 年用量 月需求量 年需求量 月需求 年需求 月需 年需 月产 年产 日产 月供 需求量 用量 数量 规格 型号 材质 牌号 品质 质量好 质量 不限 均可 都可以 都行 也可以 也行 即可 "
        + "什么 怎么 多少 哪些 哪个 这个 那个 这种 那种 有关 项目 客户 订单 生意 渠道 货源 下单 采购商 询盘 合同 供货 交货期 交货 交期 发货 到货 供货期 交付 付款 打样 样品 试样 看样 "
        + "厚度 宽度 长度 直径 外径 内径 壁厚 高度 尺寸 幅宽 克重 含量 纯度 浓度 粒度 硬度 精度 重量 单重 容量 功率 电压 等级 级别 标准为 "
        + "机构 预算 短租 各 浓度为 对接 资源 上游 下游 上下游 产业链 一下 一些 一点 一直 正在 准备 打算 计划 由于 因为 所以 但是 如果 以便 以及其他 我要 我想 想问 问一下 问问 看看 了解 知道 "
        + "高新技术企业 专精特新企业 专精特新 小巨人 规上企业 龙头企业 有经验 有实力 靠谱 信誉好 实力 诚信 ";

    // the talk of messages and calls rather than of letters
    const string SpokenWords =
        "直供 直发 直送 求 求包年 包年 包月 出手 卖了 长期有效 来图 来样 现成 状态 上门收货 上门回收 上门收 收走 拉走 运走 来拉 来收 来拉走 处理掉 想处理 要处理 想处理掉 卖掉 出掉 清掉 积压 积了 攒了 堆了 存了 剩了 剩下 有一堆 一堆 有一批 有批 试试 试一下 试下 试单 试用 先拿 先做 先要 有货 的话 没有的 没得 莫得 "
        + "老铁 兄弟 大佬 老师 群里 群友 各位老板 急用 很急 比较急 挺急 急要 要得 得行 晓得 做得来 做得到 做得了 做得出 整得出 搞得到 能做 会做 做过 接单 接活 接不接 做不做 收不收 有没 哪个 哪位 每个月 一个月 这周 下周 这两天 天天 随时 便宜点 便宜 实惠 划算 差不多 "
        + "报个价 报下价 给个价 给报价 有图纸 有图 出图 按图 看图 图纸 带图 介绍个 介绍一下 推荐个 推荐下 推荐一个 帮推 帮找 帮问 帮看 帮我找 问下 请教 谢了 感谢 拜托 后面 后续 以后 第一次 首批 起订量 起订 走货 拿货 价格好说 好说 好商量 可谈 可议 详聊 私聊 电联 回电 麻烦各位 ";

    // the talk of public notices: "…公司2026年数字通信电缆集中采购项目招标公告"
    const string NoticeWords =
        "公告 采购公告 招标公告 询比公告 询比采购公告 比选公告 意见公告 预公告 公开招标预公告 公示 预公示 公开 公开招标 邀请招标 询比 比选 竞争性谈判 公开竞争性谈判 竞争性磋商 竞争性 单一来源 "
        + "资格预审 集中资格预审 选聘 选聘项目 征求意见 意见征求 关于征求 关于征集 文件意见 相关文件 等文件 意见 技术规范书 技术规范等文件 技术规范 技术评分表 技术评分办法 评分办法 评分表 标段 标包 分公司 回收商 处置商 ";

    const string TalkAtStartWords =
        "求 寻 购 买 收 卖 缺 找 要 需 租 想 请 帮 能 可 有 是 做 在 共 给 为 把 向 从 由 就 还 也 都 了 的 我 你 他 这 那 某 该 其 并 且 又 再要 再找 能做 会做 可做 能生产 能加工 能提供 能供应 能供 可提供 可加工 可供 "
        + "产生 产出 处理 供应 销售 承接 生产 制造 加工 提供 经营 从事 主营 专业做 专做 专业生产 专业 制作 吗 呢 吧 啊 么 呀 嘛 哦 等 家 个 种 款 用 到 与 和 及 或 急 先 再 来 发 过 货 人 批 点 些 堆 没 很 太 挺 有点 有些 只 就是 主要 一般 手上 手里 手头 厂里 车间里 家里 现有 每 拿 跑 弄 搞 "
        + "要做 要加工 帮 帮做 能帮 会 接受 承做 ";

    const string QualificationWords = "资质 资格 认证 认证企业 体系认证 管理体系认证 证书 许可证 ";

    const string FurtherWords = "以及 或者 还有 还要 还需要 还需 另外 另需 和 与 及 或 并 ";

    const string PurposeWords = "用于 适用于 应用于 使用于 用来 用在 用作 使用在 主要用于 配套给 为配套 ";

    const string ConditionWords =
        "要求 须具备 需具备 必须具备 必须 具备 须有 需有 要有 得有 得要有 需要有 必须有 最好有 最好带 最好能 要具备 要带 需带 带有 自带 附带 要过 需过 须过 能过 需要过 要通过 需通过 能通过 要能 得能 要会 符合 满足 达到 ";

    // left out of the reading altogether
    const string AsideWords =
        "送到 送至 送货到 送货至 送货 送往 送去 发往 发到 发去 发货到 运到 运往 拉到 寄到 到货地 交到 交货地 收货地 地址 位于 地处 坐落 来自 承诺 保证 确保 支持 包运 包邮 自提 允许 不要 不含 除外 ";

    const string SelfWords =
        "我公司 我们公司 我们厂 我司 我厂 我方 我们 我单位 我校 我院 我集团 本公司 本厂 本企业 本司 本单位 咱们 咱 公司主营 公司主要 公司生产 企业主营 ";

    const string FluffWords =
        "级 款 配套 系列产品 系列 产品 制品 业务 相关 其他 其它 等等 之类 类 型 优质 高品质 高质量 高性价比 进口 国产 专业 新型 定制 定制化 非标 普通 常规 特殊 各种 各类 各式 多种 不同 全新 大型 中型 小型 中小型 成套 整套 "
        + "毛坯 毛坯件 坯件 加工 制造 生产 销售 贸易 批发 零售 经销 代理 供应 研发 厂 专用 通用 高端 高性能 环保型 企业 单位 一种 多功能 一站式 及其 ";

    // Nouns that change what a thing is when they stand behind it; those on one line mean much the same.
    static readonly string[] WeakFamilies =
    [
        "设备 装备 装置 机械 成套设备", "配件 零件 零部件 部件 配套件", "处置 资源化利用 综合利用 回收利用 回收 利用 资源化", "维修 维护 保养", "运输 物流", "材料 新材料", "原料 原材料",
        "解决方案 方案", "工程", "系统", "租赁", "设计", "安装", "包装", "用品", "半成品", "咨询 管理",
    ];

    const string MildWords =
        "二手 服务 技术服务 技术 工业 工业品 成品 精密 绿色 环保 智能 自动化 自动 全自动 半自动 高精度 高强度 轻量化 特种 ";

    // Names in which a stop word or a unit hides; kept whole.
    const string NameWords =
        "生产线 生产设备 生产性 供应链 供应链管理 合作社 服务器 提供商 质量检测 质量管理 质量检验 质量控制 价格评估 稳定剂 稳定器 稳定杆 电话机 手机壳 手机配件 手机屏 手机 处理器 处理剂 处理系统 热处理 表面处理 水处理 污水处理 废水处理 废气处理 固废处理 垃圾处理 预处理 前处理 后处理 图像处理 信息处理 数据处理 危废处理 固液分离处理 "
        + "加工中心 加工助剂 机加工 精加工 深加工 粗加工 制造执行系统 有机 有色 有色金属 无机 会计 会展 会议 可降解 可再生 可编程 在线 现场 现代 急救 急停 约束 给水 给料 给料机 给排水 对讲机 对焊 对接焊 从动 从动轮 能源 新能源 太阳能 储能 节能 电能 热能 智能 功能 性能 氢能 风能 "
        + "收割机 收音 收纳 收缩膜 收卷机 买手 找平 找平机 要件 需氧 订书机 请柬 家具 家电 家居 家纺 家用 家用电器 个人防护 种子 种苗 种植 批墙 批头 位移 所需 做旧 饱和 不饱和 中和 调和 调和油 和面机 和牛 温和 共和 共享 共轭 共混 共模 共挤 共晶 普及 与非门 或门 推荐信 介绍信 "
        + "是非 再生 再生铝 再生资源 来料 来图加工 来图定制 来样加工 来样定制 需求 求解 求生 求救 状态监测 发动 发电 发泡 发热 发光 发酵 发蓝 发黑 发条 发射 发生 发制 发夹 发饰 发胶 发膜 发丝 发票 送料 送风 送丝 送粉 送检 送变电 送水 过滤 过渡 过程 过载 过磅 过氧 过热 过流 过压 过硫 过桥 货架 货车 货柜 货梯 货物 货运 货叉 货箱 货厢 货船 货代 人造 人工 人防 人参 人字 人孔 人脸 人体 人形 人行 人力 人机 人才 人事 人棉 先进 先导 急停 急救 堆高 堆垛 堆焊 堆肥 点焊 点胶 点火 点钞 点播 车床 车架 车轮 车灯 车身 车桥 车把 车厢 车用 车载 车库 车门 车窗 车针 车间设备 车削 车铣 车加工 车件 带钢 带锯 带材 带式 带状 带料 带轮 带传动 带头 不锈 不干胶 不饱和 没食子 太阳 太空 太赫 挺杆 挺柱 说明 拿铁 跑步 跑车 跑道 跑鞋 接插 接头 接线 接触 接地 接骨 接收 接近 接驳 会员 存储 存折 积木 积分 积层 剩余 只读 现浇 现金 手工 找正 找平 通过式 亲水 亲子 亲油 急冻 会所 机加  资源回收 资源化 资源综合利用 废旧资源 并网 并联 并条机 等离子 等温 等速 等径 用电 用水 到位 至尊 了望 购物 购物车 购物袋 求解器 寻址 寻边器 重量传感器 容量瓶 硬度计 厚度计 测厚仪 厚度仪 浓度计 粒度仪 高度尺 高度规 功率 功率器件 功率半导体 功率模块 电压表 电压互感器 电压力锅 精度 "
        + "标准件 标准砂 型材 型钢 型砂 类脂 外包装 外协 需求侧 项目管理 订单管理 客户管理 合同管理 采购平台 厂房 厂区 厂用 产品设计 生产管理 技术转让 销售终端 电线电缆 样品架 样品柜 ";

    /// <summary>Place names that say where, not what; with or without 省, 市, 区, 县 behind.</summary>
    const string Places =
        "重庆 万州 涪陵 渝中 大渡口 江北 沙坪坝 九龙坡 南岸 北碚 綦江 大足 渝北 巴南 黔江 江津 合川 永川 南川 璧山 铜梁 潼南 荣昌 开州 梁平 武隆 城口 丰都 垫江 忠县 云阳 奉节 巫山 巫溪 秀山 酉阳 彭水 两江新区 两江 西部科学城 万盛 双桥 西彭 "
        + "北京 天津 上海 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 "
        + "成都 绵阳 德阳 宜宾 泸州 南充 达州 广安 遂宁 内江 自贡 乐山 资阳 眉山 贵阳 遵义 昆明 武汉 长沙 西安 郑州 济南 青岛 南京 苏州 无锡 常州 杭州 宁波 温州 合肥 南昌 福州 厦门 泉州 广州 深圳 东莞 佛山 珠海 惠州 南宁 柳州 石家庄 唐山 太原 沈阳 大连 长春 哈尔滨 兰州 西宁 银川 乌鲁木齐 "
        + "川渝 成渝 西南 西南地区 华东 华南 华北 华中 西北 东北 长三角 珠三角 京津冀 双城经济圈 成渝地区 ";

    /// <summary>Places whose short form is also an ordinary word: only the form with 区, 县 counts.</summary>
    const string PlacesInFull = "长寿区 石柱县 长寿经开区 石柱土家族自治县 高新区 经开区 开发区 工业园区 工业园 产业园 园区 ";

    /// <summary>Letters of the longest word looked for.</summary>
    public const int Longest = 12;

    /// <summary>The word that stands for a weak noun's family: 装置 → 设备.</summary>
    public static FrozenDictionary<string, string> Family { get; } =
        WeakFamilies.SelectMany(family => Split(family).Select(word => (word, Split(family)[0]))).ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>Words that are no product only where a phrase begins.</summary>
    public static FrozenDictionary<string, WordClass> AtStart { get; } = Split(TalkAtStartWords).Select(word => (word, WordClass.Talk))
        .Append(("送", WordClass.Aside)).Append(("带", WordClass.Condition)).DistinctBy(pair => pair.Item1).ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>Words that count wherever they stand, with further place names.</summary>
    public static FrozenDictionary<string, WordClass> Anywhere(IEnumerable<string> places) => Gather(places);

    static FrozenDictionary<string, WordClass> Gather(IEnumerable<string> places)
    {
        var all = new Dictionary<string, WordClass>(StringComparer.Ordinal);
        foreach (var place in Split(Places))
            foreach (var suffix in new[] { "", "省", "市", "区", "县", "地区", "高新区", "经开区" }) all[place + suffix] = WordClass.Place;
        foreach (var place in Split(PlacesInFull).Concat(places.Where(place => place.Length > 1))) all.TryAdd(place, WordClass.Place);
        // later lists win, so that a product's name is never lost to talk
        Put(FluffWords, WordClass.Fluff);
        Put(TalkWords, WordClass.Talk);
        Put(SpokenWords, WordClass.Talk);
        Put(NoticeWords, WordClass.Talk);
        Put(MildWords, WordClass.Mild);
        foreach (var family in WeakFamilies) Put(family, WordClass.Weak);
        Put(QualificationWords, WordClass.Qualification);
        Put(FurtherWords, WordClass.Further);
        Put(PurposeWords, WordClass.Purpose);
        Put(ConditionWords, WordClass.Condition);
        Put(AsideWords, WordClass.Aside);
        Put(SelfWords, WordClass.Self);
        Put(NameWords, WordClass.Name);
        Put(Wants, WordClass.Want);
        return all.ToFrozenDictionary(StringComparer.Ordinal);

        void Put(string words, WordClass kind)
        {
            foreach (var word in Split(words)) all[word] = kind;
        }
    }

    static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

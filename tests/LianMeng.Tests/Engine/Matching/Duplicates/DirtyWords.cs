using LianMeng.Tests.Engine.Text;

namespace LianMeng.Tests.Engine.Matching.Duplicates;

/// <summary>
/// The words that invented firms are made of. They are written for the generator alone: the matcher has lists of its own, and
/// neither was copied from the other. Two sets, so that what was tuned on one is measured on the other.
/// </summary>
sealed record DirtyWords(string Brand, string[] Trades, DirtyWords.Town[] Towns, string[] Roads, string[] Sound, string Wrong)
{
    /// <param name="Province">as names begin with it: 重庆, 四川</param>
    /// <param name="City">as names say it; the province again in a municipality</param>
    /// <param name="District">as names say it, without 区 and 县</param>
    /// <param name="Kind">区, 县 or 市: what the address adds</param>
    public sealed record Town(string Province, string City, string District, string Kind, string Region);

    /// <summary>The south-west; figures were looked at while the matcher was written.</summary>
    public static DirtyWords Seen { get; } = new(
        "鸿运华瑞腾达隆昌盛金鑫宏泰永恒远顺佳和凯越博众兴立信源祥丰美康友邦诚力威捷力荣庆旺宝安德新",
        ["铝业", "铝制品", "机械制造", "机械", "汽车零部件", "摩托车配件", "压铸", "模具", "建材", "塑料制品", "包装", "电子科技", "环保科技", "金属材料", "物流", "食品", "门窗", "五金", "商贸", "农业发展", "电气设备", "再生资源", "装饰工程", "实业", "劳务", "表面处理", "通用设备", "箱包"],
        [
            new("重庆", "重庆", "铜梁", "区", "500151"), new("重庆", "重庆", "璧山", "区", "500120"), new("重庆", "重庆", "江津", "区", "500116"), new("重庆", "重庆", "永川", "区", "500118"),
            new("重庆", "重庆", "九龙坡", "区", "500107"), new("重庆", "重庆", "大足", "区", "500111"), new("四川", "成都", "武侯", "区", "510107"), new("四川", "绵阳", "涪城", "区", "510703"),
            new("四川", "宜宾", "翠屏", "区", "511502"), new("贵州", "贵阳", "云岩", "区", "520103"), new("贵州", "遵义", "汇川", "区", "520303"),
        ],
        ["龙门路", "金龙大道", "产业大道", "白龙大道", "姜家岩路", "民主路", "全兴路", "中兴东路", "工业园区龙腾路", "蒲吕街道龙云路", "东城街道办事处中山路", "石马村", "旧县镇塔山村"],
        ["鸿宏洪红", "运云韵", "华铧桦", "瑞锐睿", "腾滕", "达答", "隆龙", "昌长", "盛胜圣", "金锦今", "鑫兴新欣", "泰太", "永勇咏", "恒衡", "远源缘", "顺舜", "佳嘉加", "和禾合", "凯楷", "博勃", "立力利", "祥翔", "丰峰锋", "诚成城", "荣容", "庆青", "铝吕侣", "业叶", "械谢", "汽气", "模摩", "具俱", "建健", "材才", "科可", "技计", "环还", "品拼"],
        "大小天地人王木水火土石山川田中上下东西风云方正");

    /// <summary>The east; never looked at while tuning.</summary>
    public static DirtyWords HeldOut { get; } = new(
        "海浩辰晟宇皓嘉翔锦绣麒麟普润景恩耀拓迈科创智联汇晨曦朗逸帆卓润欧亚东升利民长青",
        ["钢构", "纺织", "服饰", "印务", "医疗器械", "药业", "化工", "新材料", "电缆", "轴承", "阀门", "玻璃", "家具", "茶业", "酒业", "饲料", "种业", "软件技术", "光电", "供应链管理", "水泵", "文具", "精密仪器", "紧固件", "园林绿化", "水产品", "工贸", "智能装备"],
        [
            new("浙江", "杭州", "萧山", "区", "330109"), new("浙江", "宁波", "鄞州", "区", "330212"), new("浙江", "温州", "瑞安", "市", "330381"), new("浙江", "台州", "温岭", "市", "331081"),
            new("江苏", "苏州", "昆山", "市", "320583"), new("江苏", "无锡", "江阴", "市", "320281"), new("江苏", "南通", "海门", "区", "320614"), new("山东", "青岛", "胶州", "市", "370281"),
            new("山东", "济南", "历城", "区", "370112"), new("山东", "烟台", "莱州", "市", "370683"), new("上海", "上海", "嘉定", "区", "310114"),
        ],
        ["人民东路", "通港路", "滨海大道", "创业二路", "建设北路", "科技园康平街", "新塘街道通惠路", "经济开发区纬六路", "城南镇河头村", "迎宾大道", "长江中路", "学院巷"],
        ["海骸", "浩皓昊", "辰晨宸", "晟盛胜", "宇羽雨", "嘉佳加", "翔祥详", "锦金", "麟林", "润闰", "景井", "耀曜要", "拓托", "迈麦", "科克", "创闯", "智志致", "联连", "汇惠会", "逸亿易", "帆凡", "卓桌", "青清", "纺仿", "饰式", "印应", "药要", "材才", "缆览", "轴粥", "阀罚", "璃离", "茶查", "酒久", "种重", "软阮", "件健"],
        "高低前后左右南北日月星云文武一心白黑红花草车马牛羊");

    /// <summary>Another character that sounds like it; none where the list has none.</summary>
    public char? SoundsLike(char c, Dice dice)
    {
        if (Sound.FirstOrDefault(group => group.Contains(c)) is not { } group) return null;
        var others = group.Where(other => other != c).ToList();
        return others[dice.Below(others.Count)];
    }
}

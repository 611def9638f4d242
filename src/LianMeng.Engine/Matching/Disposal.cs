using System.Text.RegularExpressions;

namespace LianMeng.Engine.Matching;

/// <summary>Recognises that somebody who says what he needs has something to give away: "每月有铝屑，想找人上门收".</summary>
static partial class Disposal
{
    /// <summary>Whether the text asks for someone to take things away. Who says that he himself buys does not.</summary>
    public static bool IsMeant(string normalised) => Asks().IsMatch(normalised) || Sells().IsMatch(normalised) || (Verbs().IsMatch(normalised) && !Buys().IsMatch(normalised));

    /// <summary>Whether the text offers for sale, whatever it is.</summary>
    public static bool IsSale(string normalised) => Sells().IsMatch(normalised) && !Buys().IsMatch(normalised);

    /// <summary>Whether the text says that the asker himself buys.</summary>
    public static bool IsPurchase(string normalised) => Buys().IsMatch(normalised);

    /// <summary>Whether a name is that of scrap, dross or a remainder.</summary>
    public static bool IsScrap(string name) => name.Length > 1 && Scrap().IsMatch(name) && !Machine().IsMatch(name);

    /// <summary>Characters at the beginning of a name that say what is to be done with the scrap behind: 回收铝灰.</summary>
    public static int VerbAtStart(string name) => Before().Match(name) is { Success: true } match && IsScrap(name[match.Length..]) ? match.Length : 0;

    /// <summary>Characters at the end of a name that say the thing is taken away or worked up: 铝灰处置.</summary>
    public static int ServiceAtEnd(string name) => Service().Match(name) is { Success: true } match ? match.Length : 0;

    [GeneratedRegex("上门(来)?(收|回收|拉|处理|收购|清)|(谁|哪家|哪里|哪个|哪儿|有没有|有没得|有莫得|有无|有人|找|求|请)[^,.;!?，。；购]{0,10}?(收(?!割|音|纳|缩)|回收|(?<!热|表面|前|后|预)处理|处置|拉走|消化|清运)|谁(家)?(需)?要|(处理|卖|出|清|运|拉)掉|[拉运收]走|来拉|变卖|变现|下家|买家|销路|(回收|收购|处置)(商|方|企业|公司|单位|厂|站|渠道)|(回收|收购|收|处理|处置)[^,.;!?]{1,8}的(厂|公司|企业|单位|人|地方|老板|店|商)|(回收|处置)[^,.;!?]{1,8}(有吗|有没有)|(收|要)(吗|么|不)|收不收|(想|要|需要|需)(处理|处置|出|卖)")]
    private static partial Regex Asks();

    [GeneratedRegex("收不收|谁收|来收|上门收|卖了|出手|出售|转让|想卖|要卖|卖给|卖掉|出掉|变卖|(找|寻|求)(下家|买家|销路)")]
    private static partial Regex Sells();

    [GeneratedRegex("(?<!热|表面|前|后|预)处理|处置|消化|清运|资源化")]
    private static partial Regex Verbs();

    [GeneratedRegex("求购|采购|购买|收购|想买|要买|进货|(长期|大量|常年|高价)(求?收)")]
    private static partial Regex Buys();

    [GeneratedRegex("^(废(?![气水热])|报废|旧)|(边角料?|下脚料?|边料|料头|切头|切边料?|(?<!金)屑|刨花|渣|(?<!石|粉煤)灰|污泥|赤泥|料柄|水口料?|浇冒口|浇口料?|浇道|回炉料|压余|飞边|毛边|余料|尾料|残料|废料|废品|头尾料|次品|残极|呆料|库存料?)$")]
    private static partial Regex Scrap();

    [GeneratedRegex("(机|设备|装备|系统|装置|炉|线|剂|工程|软件|器|模具|车)$")]
    private static partial Regex Machine();

    [GeneratedRegex("^(回收|收购|处理|处置|收)+")]
    private static partial Regex Before();

    [GeneratedRegex("(无害化|资源化|综合)?(处置|处理|回收|收购|清运|利用)+$")]
    private static partial Regex Service();
}

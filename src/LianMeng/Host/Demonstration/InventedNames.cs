using LianMeng.Shared.Text;

namespace LianMeng.Host.Demonstration;

/// <summary>
/// Names that no firm bears: two or three characters too rare for a business, then the trade. No two sound alike, so that
/// search by pinyin finds one firm.
/// </summary>
internal sealed class InventedNames
{
    private const string Rare = "峣崤嶂岵嵬嵝崆嶷岬峁嵴崴沨湑溆湫滃潆浥淏湜溦濉潢澴滹沣泖洧浠浯淦渑溧潞澧濮瀍玕玘玙珧琤琎瑀瑨璠璩珙珣琈琮瑭璁瓒瑷珰璜焓焜燊炘烜煴熳燏煚"
        + "棽橚榉桤梣椤楸榛槭樗檫柞栾柽楮锃镠镝铼铷锜镈镦镫铘钺钤铉锓骦骅骍骎骃骠骝骧芾荇葳蒗蕤藜荨茼蓼蘅芩苎茆荪蒹葭蘩霂霭霨霡翙翯翂翚昳暝曛晞暾旸缦绀缟纾绶缥绫轸轫辀轵辂砥碛硎磲磻筠箐篌筱簃";

    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> sounds = new(StringComparer.Ordinal);

    /// <summary>Keeps the names of firms that stand already.</summary>
    public InventedNames(IEnumerable<string> taken)
    {
        foreach (var name in taken) Take(name);
    }

    /// <summary>重庆 + rare characters + trade + legal form.</summary>
    public string Invent(SplitMix64 dice, string trade, string form)
    {
        while (true)
        {
            var brand = string.Concat(Enumerable.Range(0, dice.Chance(30) ? 3 : 2).Select(_ => Rare[dice.Below(Rare.Length)]));
            var name = $"重庆{brand}{trade}{form}";
            if (brand.Distinct().Count() == brand.Length && Take(name)) return name;
        }
    }

    private bool Take(string name)
    {
        if (names.Contains(name) || !sounds.Add(Pinyin.Full(name))) return false;
        return names.Add(name);
    }
}

using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Settings;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>The bounds and assumptions of the analyses; all are printed on the pages that use them.</summary>
public static class AnalysisSettings
{
    private const string Group = "图谱分析";

    public static readonly Setting LeastEvidence = new("Atlases:LeastEvidence", Group, "申报率低于多少不下判断", "一种产品应申报的企业中，已申报的不足这个比例时只显示“未知”，不判断断、弱、稳、强。", "%", 60, 1, 100);
    public static readonly Setting StrongMakers = new("Atlases:StrongMakers", Group, "“强”至少几家企业供应", "本地供应企业达到这个数目，产能又有富余，才判为“强”。", "家", 3, 1, 100);
    public static readonly Setting StrongCover = new("Atlases:StrongCover", Group, "“强”的产能是需求的百分之几", "本地可供产能不少于本地需求的这个百分数，才判为“强”。", "%", 150, 100, 1000);
    public static readonly Setting CentralitySteps = new("Atlases:CentralitySteps", Group, "关联度看几步", "缺口排序时，看多少步以内的本地产品要用到它。", "步", 3, 1, 10);
    public static readonly Setting DerivedSteps = new("Atlases:DerivedSteps", Group, "二级缺口追溯几步", "补上缺口后会带出哪些上游需求，追溯多少步。", "步", 3, 1, 10);
    public static readonly Setting LocalKilometres = new("Atlases:LocalKilometres", Group, "区内平均运距", "没有坐标时，本地企业之间的运距按这个数测算。", "公里", 15, 0, 500);
    public static readonly Setting OutsideKilometres = new("Atlases:OutsideKilometres", Group, "外地平均运距", "按件、套等计量、不能换算为吨的产品：区内运费 = 所报外地运费 × 区内平均运距 ÷ 外地平均运距。", "公里", 500, 1, 5000);
    public static readonly Setting FreightRate = new("Atlases:FreightRate", Group, "运价", "每吨每公里的公路运价，用于由运距测算运费。", "分/吨·公里", 45, 1, 1000);
    public static readonly Setting LocalLeadDays = new("Atlases:LocalLeadDays", Group, "本地交期", "本地供货从下单到交货的天数，用于测算占用资金。", "天", 3, 0, 365);
    public static readonly Setting CostOfCapital = new("Atlases:CostOfCapital", Group, "资金成本", "在途占用资金每年的成本。", "%", 5, 0, 30);

    public static IReadOnlyList<Setting> All { get; } =
        [LeastEvidence, StrongMakers, StrongCover, CentralitySteps, DerivedSteps, LocalKilometres, OutsideKilometres, FreightRate, LocalLeadDays, CostOfCapital];

    internal static HealthRule HealthRule(this SettingValues settings)
        => new(settings.Of(LeastEvidence) / 100m, settings.Of(StrongMakers), settings.Of(StrongCover) / 100m);

    internal static GapRule GapRule(this SettingValues settings) => new(settings.Of(CentralitySteps), settings.Of(DerivedSteps));

    /// <summary>元 a tonne and kilometre.</summary>
    internal static decimal YuanPerTonneKilometre(this SettingValues settings) => settings.Of(FreightRate) / 100m;
}

using System.Globalization;

namespace LianMeng.Engine.ChainGraph;

/// <summary>How one product stands, and why.</summary>
/// <param name="Product">The product.</param>
/// <param name="Health">The judgement.</param>
/// <param name="Demand">D: what local firms declared to buy, units a year; a lower bound while firms are silent.</param>
/// <param name="Capacity">Q: what local makers declared for sale, units a year.</param>
/// <param name="Makers">Local firms with something for sale (or an undeclared amount).</param>
/// <param name="Spare">Units a year still to be had of the makers that declared it; null when none did.</param>
/// <param name="Expected">Firms expected to declare, or found on the node.</param>
/// <param name="Declared">Those of them that did, with all quantities.</param>
/// <param name="Evidence">E = Declared ÷ Expected; null when nobody is expected.</param>
/// <param name="Ask">For <see cref="ChainGraph.Health.Unknown"/>: the firms to ask, in order of their ids; else empty.</param>
/// <param name="Rule">The bounds used.</param>
public sealed record NodeHealth(
    ChainProduct Product, Health Health, GuardedAmount Demand, decimal Capacity, int Makers, decimal? Spare, int Expected, int Declared, decimal? Evidence, IReadOnlyList<Guid> Ask, HealthRule Rule)
{
    /// <summary>断, 弱, 稳, 强 or 未知.</summary>
    public string Word => Health switch { Health.Broken => "断", Health.Weak => "弱", Health.Sound => "稳", Health.Strong => "强", _ => "未知" };

    /// <summary>Why, in Chinese, with as much of the figures as the viewer may have.</summary>
    public IReadOnlyList<string> Reasons(Viewer viewer)
    {
        var evidence = Expected == 0 ? "尚无应申报的企业" : $"应申报企业 {Expected} 家，已申报 {Declared} 家（{Percent(Evidence!.Value)}）";
        if (Health == Health.Unknown)
            return Expected == 0 ? ["未知：" + evidence] : [$"未知：{evidence}，低于 {Percent(Rule.LeastEvidence)}", $"请先询问其余 {Ask.Count} 家企业"];
        var demand = $"本地年需求 {Demand.For(viewer).Text}";
        var capacity = $"本地可供产能 {new ShownAmount(Capacity, null, null, false, Product.Unit).Text}";
        string[] why = Health switch
        {
            Health.Broken => [$"断：{demand}，本地无企业供应"],
            Health.Weak when Makers == 1 => ["弱：本地仅 1 家企业供应", $"{demand}，{capacity}"],
            Health.Weak => [$"弱：{demand}，大于{capacity}"],
            Health.Strong => [$"强：本地 {Makers} 家企业供应，{capacity}，不少于需求的 {Rule.StrongCover.ToString("0.##", CultureInfo.InvariantCulture)} 倍", demand],
            _ when Makers == 0 => ["稳：本地无需求，也无企业供应"],
            _ => [$"稳：本地 {Makers} 家企业供应，{demand}，{capacity}"],
        };
        return [.. why, evidence];
    }

    private static string Percent(decimal share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%";
}

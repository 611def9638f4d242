using LianMeng.Engine.ChainGraph;
using LianMeng.Tests.Engine.Flows;

namespace LianMeng.Tests.Engine.ChainGraph;

public sealed class ByProductUsesTests
{
    static readonly DateOnly Day = new(2026, 11, 23);
    static readonly ByProductStream Dross = new(ChainCases.Firm(1), "dross", 100, "321-026-48", false, new Dictionary<string, decimal> { ["Al"] = 30, ["F"] = 2 }, -500);
    static readonly ByProductUse Recovery = new(ChainCases.Firm(2), ["dross"], 80, [new("Al", 20, null), new("F", null, 3)], [new("321-026-48", null, null, "渝环危证 1 号")], 15000, 0.25m, 900);

    [Fact]
    public void Gates_say_why_not()
    {
        Assert.Empty(ByProductGate.Reasons(Dross, Recovery, Day));
        Assert.Equal(["危险废物 321-026-48：接收方没有该代码的许可，也没有已登记的豁免"], ByProductGate.Reasons(Dross, Recovery with { Rights = [new("321-024-48", null, null, "")] }, Day));
        Assert.Equal(["危险废物 321-026-48：接收方的点对点豁免不含该供方"], ByProductGate.Reasons(Dross, Recovery with { Rights = [new("321-026-48", ChainCases.Firm(9), null, "")] }, Day));
        Assert.Equal(["危险废物 321-026-48：接收方的许可或豁免已到期"], ByProductGate.Reasons(Dross, Recovery with { Rights = [new("321-026-48", null, Day.AddDays(-1), "")] }, Day));
        Assert.Empty(ByProductGate.Reasons(Dross, Recovery with { Rights = [new("321-026-48", ChainCases.Firm(1), Day, "")] }, Day));
        Assert.Equal(["Al 10 低于要求的 20", "F 未检测，接收方有要求"], ByProductGate.Reasons(Dross with { Composition = new Dictionary<string, decimal> { ["Al"] = 10 } }, Recovery, Day));
        Assert.Equal(["F 4 高于允许的 3"], ByProductGate.Reasons(Dross with { Composition = new Dictionary<string, decimal> { ["Al"] = 20, ["F"] = 4 } }, Recovery, Day));
        Assert.Equal(["未填废物代码，不能判断是否为危险废物"], ByProductGate.Reasons(Dross with { Code = null }, Recovery, Day));
        Assert.Empty(ByProductGate.Reasons(Dross with { Code = null, IsGoods = true }, Recovery with { Rights = [] }, Day));
        // called goods, coded hazardous: the code counts
        Assert.NotEmpty(ByProductGate.Reasons(Dross with { IsGoods = true }, Recovery with { Rights = [] }, Day));
        Assert.Empty(ByProductGate.Reasons(Dross with { Code = "321-001-S17" }, Recovery with { Rights = [] }, Day));
        Assert.Equal(2, ByProductGate.Reasons(Dross, Recovery with { Receiver = ChainCases.Firm(1), Products = ["slag"] }, Day).Count);
    }

    [Theory]
    [InlineData("321-024-48", true, true)]
    [InlineData(" 321-026-48 ", true, true)]
    [InlineData("900-001-s17", true, false)]
    [InlineData("321-24-48", false, false)]
    [InlineData("HW48", false, false)]
    [InlineData("３21-024-48", false, false)]
    [InlineData(null, false, false)]
    public void Waste_codes(string? text, bool isCode, bool isHazardous)
    {
        Assert.Equal(isCode, WasteCode.TryParse(text, out var code, out var problem));
        Assert.Equal((isHazardous, isCode), (code.IsHazardous, problem.Length == 0));
    }

    [Fact]
    public void Profit_and_switch_price_by_hand()
    {
        // 15000·0.25 − 900 − 1·50 − (−500) = 3300; the use is full, so a tonne less of dross costs nothing
        var plan = ByProductUses.Plan([Dross], [Recovery], (_, _) => 50, 1, Day);
        Assert.Equal(264_000, plan.Profit.For(Viewer.Calculation).Exact);
        Assert.Equal(-500, plan.SwitchPrices.Single().Net.For(Viewer.Calculation).Exact);
        Assert.Equal(3300, plan.RoomPrices.Single().Price.For(Viewer.Calculation).Exact);
        // room to spare: another outlet must bring 2800 a tonne, −500 + 3300
        var roomy = ByProductUses.Plan([Dross], [Recovery with { Capacity = 200 }], (_, _) => 50, 1, Day);
        Assert.Equal(2800, roomy.SwitchPrices.Single().Net.For(Viewer.Of([Dross.Supplier])).Exact);
        Assert.True(roomy.Flows.Single().Tonnes.For(Viewer.Stranger).IsBand);
        Assert.Equal(["距离未知", "现有收入未知"], ByProductUses.Plan([Dross with { PresentIncome = null }], [Recovery], (_, _) => null, 1, Day).Refusals.Single().Reasons);
        Assert.Equal(["扣除处理和运输后不比现在的收入多"], ByProductUses.Plan([Dross], [Recovery], (_, _) => 9000, 1, Day).Refusals.Single().Reasons);
    }

    [Fact]
    public void Optimal_on_generated_cases_and_nothing_passes_a_gate()
    {
        var (closed, sent) = (0, 0);
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            string[] codes = ["321-024-48", "321-026-48", "321-001-S17"];
            var streams = Enumerable.Range(0, random.Next(1, 6)).Select(i => new ByProductStream(ChainCases.Firm(i), $"p{random.Next(2)}", random.Next(10), codes[random.Next(3)], false,
                new Dictionary<string, decimal> { ["Fe"] = random.Next(4) }, random.Next(-5, 5))).ToArray();
            var uses = Enumerable.Range(0, random.Next(1, 6)).Select(i => new ByProductUse(ChainCases.Firm(i + 9), ["p0", "p1"], random.Next(10), [new("Fe", null, 2)],
                [.. codes.Where(_ => random.Next(2) == 0).Select(code => new HazardousRight(code, null, null, ""))], random.Next(60), 0.5m, random.Next(9))).ToArray();
            decimal? Kilometres(Guid from, Guid to) => (from.ToByteArray()[0] * 3 + to.ToByteArray()[0]) % 7;
            var arcs = from s in Enumerable.Range(0, streams.Length)
                       from u in Enumerable.Range(0, uses.Length)
                       let stream = streams[s]
                       let use = uses[u]
                       where (stream.Code!.Contains('S') || use.Rights.Any(right => right.Code == stream.Code)) && stream.Composition["Fe"] <= 2
                       select (s, u, use.Value!.Value * 0.5m - use.Treatment!.Value - Kilometres(stream.Supplier, use.Receiver)!.Value - stream.PresentIncome!.Value);
            var open = arcs.ToList();
            var plan = ByProductUses.Plan(streams, uses, Kilometres, 1, Day);
            Assert.Equal(DenseSimplex.Transport([.. streams.Select(s => s.Quantity)], [.. uses.Select(u => u.Capacity)], open), plan.Profit.For(Viewer.Calculation).Exact);
            Assert.All(plan.Flows, flow => Assert.Contains(open, arc => (arc.s, arc.u) == (flow.Stream, flow.Use)));
            Assert.Equal(streams.Length * uses.Length, plan.Refusals.Count + open.Count(arc => arc.Item3 > 0));
            closed += plan.Refusals.Count;
            sent += plan.Flows.Count;
        }

        Assert.True(closed > 300 && sent > 300, $"{closed} closed, {sent} sent");
    }

    [Fact]
    public void Wrong_input_is_refused_in_words()
    {
        Assert.Contains("-1", Assert.Throws<ArgumentException>(() => ByProductUses.Plan([Dross with { Quantity = -1 }], [], (_, _) => 1, 1, Day)).Message);
        Assert.Contains("不能为负", Assert.Throws<ArgumentException>(() => ByProductUses.Plan([], [Recovery with { Yield = -1 }], (_, _) => 1, 1, Day)).Message);
        Assert.Contains("距离 -1", Assert.Throws<ArgumentException>(() => ByProductUses.Plan([Dross], [Recovery], (_, _) => -1, 1, Day)).Message);
    }
}

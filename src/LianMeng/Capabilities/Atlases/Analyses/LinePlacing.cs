using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>Turns lines of registers into what the engine calculates with: one unit a product, quantities converted, what cannot be used left open with the reason.</summary>
/// <param name="content">The atlas.</param>
/// <param name="staleBefore">UTC: what was stated or confirmed earlier counts as not declared.</param>
/// <param name="staleDays">The same in days, for the reason.</param>
internal sealed class LinePlacing(AtlasContent content, DateTime staleBefore, int staleDays)
{
    /// <summary>Units a year and 元 a unit beyond which somebody mistook the unit; what is multiplied stays far from the end of the number line.</summary>
    private const decimal MostQuantity = 1_000_000_000_000m, MostPrice = 1_000_000_000m;

    public (ChainFacts Facts, IReadOnlyList<PlacedFirmLine> Lines, IReadOnlyList<ProductLink> Links) Place(IReadOnlyList<(string Product, int Products, FirmLine Line)> read)
    {
        var units = UnitsOf(read);
        var placed = read.Select(r => Placed(r.Product, r.Products, r.Line, units[r.Product])).ToList();
        var own = content.Nodes.Where(n => n.Unit is not null).ToDictionary(n => n.Key, n => n.Unit, StringComparer.Ordinal);
        var links = content.Links.Where(l => l.From != l.To && units.ContainsKey(l.From) && units.ContainsKey(l.To)).Select(l => new ProductLink(
            l.From, l.To, l.Meaning,
            l.CoefficientUnit is null ? ChainUnits.Coefficient(l.Coefficient, null, own.GetValueOrDefault(l.From), own.GetValueOrDefault(l.To)) : ChainUnits.Coefficient(l.Coefficient, l.CoefficientUnit, units[l.From], units[l.To]),
            l.Source, null, l.Share)).ToList();
        // a waste that nobody here makes or buys as a product is no link of the chain that could be weak
        var traded = placed.Where(p => p.Line.Role != FirmLineRole.ByProduct).Select(p => p.Product).ToHashSet(StringComparer.Ordinal);
        var facts = new ChainFacts(
            // a price is of a unit: without the atlas saying which, it says nothing
            content.Nodes.Select(n => new ChainProduct(n.Key, n.Name, units[n.Key], n.Unit is null || n.ReferencePrice > MostPrice ? null : n.ReferencePrice)),
            links,
            placed.Where(p => p.Line.Role != FirmLineRole.Buys && traded.Contains(p.Product)).Select(Supply),
            placed.Where(p => p.Line.Role == FirmLineRole.Buys).Select(p => new BuyerLine(p.Line.OrganisationId, p.Product, p.Quantity, p.PriceLow ?? p.PriceHigh, Origin(p.Line))),
            placed.Where(p => traded.Contains(p.Product)).GroupBy(p => (p.Line.OrganisationId, p.Product)).Select(g => new ExpectedDeclarer(g.Key.OrganisationId, g.Key.Product, g.All(p => p.Quantity is not null))));
        return (facts, placed, links);
    }

    /// <summary>
    /// Capacities are offers and shown; what falls off at a firm is not. It counts as supply, else scrap that ten firms have would be 断, by the lower edge of its band: that much everybody may know.
    /// </summary>
    private static MakerLine Supply(PlacedFirmLine line)
        => new(line.Line.OrganisationId, line.Product, line is { Line.Role: FirmLineRole.ByProduct, Quantity: { } accrual } ? GuardedAmount.Band(accrual).From : line.Quantity, line.Sold);

    private static PurchaseOrigin Origin(FirmLine line) => line.IsOutside switch { true => PurchaseOrigin.Outside, false => PurchaseOrigin.Local, null => PurchaseOrigin.Unknown };

    /// <summary>The atlas's own word, else the unit most lines use, else what a cited coefficient counts it in.</summary>
    private Dictionary<string, string> UnitsOf(IReadOnlyList<(string Product, int Products, FirmLine Line)> read)
    {
        var used = read.Where(r => r.Line is { Unit: not null, Quantity: not null }).GroupBy(r => r.Product, StringComparer.Ordinal).ToDictionary(
            g => g.Key, g => g.GroupBy(r => r.Line.Unit!.Trim(), StringComparer.Ordinal).OrderByDescending(u => u.Count()).ThenBy(u => u.Key, StringComparer.Ordinal).First().Key, StringComparer.Ordinal);
        var cited = content.Links.Where(l => l.CoefficientUnit?.Split('/').Length == 2).SelectMany(l => new[] { (Key: l.From, Unit: l.CoefficientUnit!.Split('/')[0]), (Key: l.To, Unit: l.CoefficientUnit!.Split('/')[1]) })
            .GroupBy(c => c.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Unit == "t" ? "吨" : g.First().Unit, StringComparer.Ordinal);
        return content.Nodes.ToDictionary(n => n.Key, n => n.Unit ?? used.GetValueOrDefault(n.Key) ?? cited.GetValueOrDefault(n.Key) ?? "", StringComparer.Ordinal);
    }

    private PlacedFirmLine Placed(string product, int products, FirmLine line, string unit)
    {
        var factor = line.Unit is { } own && unit.Length > 0 ? ChainUnits.Factor(own, unit) : null;
        // a negative figure is a slip of the pen, and no answer
        var problem = line.Quantity is null or < 0 ? "没有填写年数量"
            : line.Unit is null ? "填了数量，没有写单位"
            : factor is null ? $"单位“{line.Unit}”不能换算为“{unit}”"
            : line.Quantity * factor > MostQuantity || line.Sold * factor > MostQuantity ? "数量大得不合常理，请核对单位"
            : products > 1 ? $"一行写了 {products} 种产品，数量无法拆分"
            : line.AsOf < staleBefore ? $"超过 {staleDays} 天没有更新或确认"
            : null;
        return new(product, line, problem is null ? line.Quantity * factor : null, problem is null && line.Sold >= 0 ? line.Sold * factor : null, Each(line.PriceLow), Each(line.PriceHigh), Each(line.Freight), problem);

        decimal? Each(decimal? amount) => amount >= 0 && factor > 0 ? amount / factor : null;
    }
}

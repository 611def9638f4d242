using LianMeng.Capabilities.Organisations;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Host.Demonstration;

/// <summary>
/// What the first firms of each district say of themselves in detail, as the files that they would send: a second
/// contact, sites, certificates. All invented and always the same; the dates are fixed, so that a second run changes nothing.
/// </summary>
internal sealed class InventedDetails(InventedGraph graph, IReadOnlyList<InventedFirm> firms, ulong seed)
{
    /// <summary>Firms with details: enough to look at, and the demonstration is still built in seconds.</summary>
    private const int Most = 24;

    private static readonly string[] Days = ["2026-10-31", "2026-12-20", "2027-06-30", "2027-11-30", "2028-05-31", "2028-12-31"];

    private readonly SplitMix64 dice = new(seed);

    public Task<MemoryStream> ContactsAsync(CancellationToken cancellation)
        => InventedFigures.WriteAsync(ImportContactsFile.Kind, firms.Take(Most).Select((firm, i) => InventedFigures.Row(firm, ("name", $"{"秦许何吕施张孔曹严华金魏"[i % 12]}女士（演示）"), ("purpose", i % 3 == 2 ? "人事" : "采购"), ("telephone", $"023-0000{8000 + i:0000}"))), cancellation);

    public Task<MemoryStream> SitesAsync(CancellationToken cancellation)
        => InventedFigures.WriteAsync(ImportSitesFile.Kind, firms.Take(Most).SelectMany(Sites), cancellation);

    public Task<MemoryStream> QualificationsAsync(CancellationToken cancellation)
        => InventedFigures.WriteAsync(ImportQualificationsFile.Kind, firms.Take(Most).SelectMany(firm => firm.Qualifications.Where(q => q != "龙头企业").Select(q =>
            InventedFigures.Row(firm, ("name", q), ("number", $"演示{dice.Between(100000, 999999)}"), ("issuer", "演示发证机关"), ("validUntil", q.StartsWith("规上", StringComparison.Ordinal) ? null : dice.Pick(Days))))), cancellation);

    private IEnumerable<Dictionary<string, string?>> Sites(InventedFirm firm)
    {
        var first = firm.Makes.Count > 0 ? $"年产{firm.Makes[0].Text}{YearOf(GoodsOf(firm.Makes[0])):0}{GoodsOf(firm.Makes[0]).Unit}" : null;
        yield return InventedFigures.Row(firm, ("name", "一厂"), ("kind", "生产厂区"), ("address", firm.Address), ("regionCode", firm.Region), ("capacity", first));
        if (firm.Staff > 150) yield return InventedFigures.Row(firm, ("name", "二厂"), ("kind", "生产厂区"), ("address", $"{firm.Address}附2号（演示）"), ("regionCode", firm.Region), ("capacity", null));
        if (dice.Chance(40)) yield return InventedFigures.Row(firm, ("name", "成品库"), ("kind", "仓储"), ("address", $"{firm.Park}示范仓{dice.Between(1, 40)}号"), ("regionCode", firm.Region), ("capacity", null));
    }

    private InventedTables.Goods GoodsOf(InventedFirm.Line line)
        => (line.Product is { } key ? InventedTables.Traded.GetValueOrDefault(key) : null)
            ?? (line.Product is { } other && graph[other].Kind is ProductKind.Material or ProductKind.ByProduct ? new("吨", 2, 120, null, []) : new("件", 300, 9_000, null, []));

    /// <summary>What is traded at once is about a month's.</summary>
    private decimal YearOf(InventedTables.Goods goods) => InventedFigures.Rounded(dice.Between(goods.Low, goods.High) * 12m);
}

using System.Globalization;

namespace LianMeng.Host.Demonstration;

/// <summary>The two tables from which the demonstration's firms are invented: trades, and what is traded.</summary>
internal static class InventedTables
{
    /// <summary>A trade: who is in it and what such a firm makes.</summary>
    /// <param name="Chain">key of its chain</param>
    /// <param name="Weight">its share of the chain's firms</param>
    /// <param name="Industry">GB/T 4754-2017, four digits</param>
    /// <param name="Staff">median of the persons employed</param>
    /// <param name="RevenuePerHead">median, 万元 a year and person</param>
    /// <param name="Technical">0–100, how likely such a firm is 高新技术企业</param>
    /// <param name="Words">what such firms call themselves</param>
    /// <param name="Makes">keys of products, neighbours in the chain beside each other</param>
    public sealed record Trade(string Chain, int Weight, string Industry, int Staff, int RevenuePerHead, int Technical, IReadOnlyList<string> Words, IReadOnlyList<string> Makes);

    /// <summary>How a product is traded.</summary>
    /// <param name="Unit">吨, 件, 套 …</param>
    /// <param name="Price">元 per unit, lowest and highest; null when prices are not named in public</param>
    /// <param name="Specs">words that stand before the name: 72V20Ah</param>
    public sealed record Goods(string Unit, int Low, int High, (int Low, int High)? Price, IReadOnlyList<string> Specs);

    public static IReadOnlyList<Trade> Trades { get; } =
        [.. Rows("invented.trades.csv").Select(c => new Trade(c[0], Number(c[1]), c[2], Number(c[3]), Number(c[4]), Number(c[5]), Words(c[6]), Words(c[7])))];

    public static IReadOnlyDictionary<string, Goods> Traded { get; } =
        Rows("invented.products.csv").ToDictionary(c => c[0], c => new Goods(c[1], Number(c[2]), Number(c[3]), (Number(c[4]), Number(c[5])), Words(c[6])), StringComparer.Ordinal);

    /// <summary>The lines of an embedded table of the demonstration; its fields hold no commas.</summary>
    public static IEnumerable<string[]> Rows(string resource, int headLines = 1)
    {
        using var reader = new StreamReader(typeof(InventedTables).Assembly.GetManifestResourceStream(resource)!);
        for (var number = 0; reader.ReadLine() is { } line; number++)
        {
            if (number >= headLines && line.Length > 0) yield return line.Split(',');
        }
    }

    private static string[] Words(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}

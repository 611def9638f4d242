namespace LianMeng.Engine.ChainGraph;

/// <summary>
/// What happens if a firm stops. Its sales fail; a buyer then makes less of every product that needs what fails, in proportion of the input it misses the most of (the other inputs are of no use without it);
/// those sales fail in the next tier, and so on. Each product of a firm is reduced once, in the first tier that reaches it: the figures are the first wave, lower bounds where a chain comes round again.
/// </summary>
public static class WhatIf
{
    /// <param name="network">who buys what from whom</param>
    /// <param name="firm">the firm that stops; one without links hits nobody</param>
    /// <param name="inputs">
    /// The links of the chain, to know what goes into what: a failing purchase that is an input of nothing the firm sells ends there. Null: every purchase is needed for every sale, which is the widest reach.
    /// </param>
    /// <param name="makers">local makers with their spare capacity</param>
    /// <param name="isReplaced">whether others' spare capacity first takes over what it can; then only the rest fails</param>
    public static StopImpact Stops(FirmNetwork network, Guid firm, IEnumerable<ProductLink>? inputs, IEnumerable<MakerLine> makers, bool isReplaced)
    {
        if (network.PlaceOf(firm) is not { } place) return new(firm, [], [], []);
        var replacements = Replacements(network, place, makers);
        var wave = new StopWave(network, place, inputs);
        foreach (var row in replacements) wave.Start(network.PlaceOfProduct(row.Product)!.Value, isReplaced ? 1 - (row.Cover.Figure ?? 0) / 100 : 1);
        wave.Run();
        return new(firm, wave.Tiers, wave.Firms(), replacements);
    }

    private static List<Replacement> Replacements(FirmNetwork network, int place, IEnumerable<MakerLine> makers)
    {
        var firm = network.Firms[place];
        var others = makers.Where(line => line.Firm != firm).ToLookup(line => line.Product, StringComparer.Ordinal);
        var rows = new List<Replacement>();
        foreach (var sales in network.Sales[place].ToArray().GroupBy(link => network.Links[link].Product, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var known = sales.Where(link => network.Links[link].Quantity is not null).ToList();
            decimal? lost = known.Count == 0 ? null : known.Sum(link => network.Links[link].Quantity!.Value);
            var isComplete = known.Count == sales.Count();
            var firms = others[sales.Key].GroupBy(line => line.Firm).ToList();
            var spare = firms.Where(lines => lines.All(line => line.Spare is not null)).Select(lines => (Firm: lines.Key, Spare: lines.Sum(line => line.Spare!.Value)))
                .Where(row => row.Spare > 0).OrderByDescending(row => row.Spare).ThenBy(row => row.Firm).ToList();
            var undeclared = firms.Where(lines => lines.Any(line => line.Spare is null)).Select(lines => lines.Key).Order().ToList();
            decimal? cover = !isComplete || lost is null ? null : lost == 0 ? 1 : Math.Min(1, spare.Sum(row => row.Spare) / lost.Value);
            var buyers = BuyerSet.Of(known.Where(link => network.Links[link].Quantity > 0).Select(link => network.Links[link].Buyer));
            rows.Add(new(sales.Key, new(lost, buyers, "", isComplete), spare, undeclared, new(cover * 100, buyers, "%")));
        }

        return rows;
    }
}

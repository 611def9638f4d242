using System.Globalization;
using LianMeng.Engine.Text;

namespace LianMeng.Bench;

/// <summary>
/// A maker among the first ten firms, by four ways of asking, against the peers over the same lines: a peer's lines are followed to the
/// firms that carry them, in order of name, until there are ten. The products are taken in two halves.
/// </summary>
static class ChainPeers
{
    const int Lines = 200;

    public static async Task RunAsync(Chain.ChainData data, Func<string, HashSet<Guid>, bool> finds)
    {
        var carriers = data.Offers.Values.SelectMany(offer => offer.Makes.Select(line => (Line: ShortText.Normalise(line), Offer: offer)))
            .GroupBy(entry => entry.Line, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (Line: group.Key, Firms: group.Select(entry => entry.Offer).OrderBy(offer => offer.Name, StringComparer.Ordinal).Select(offer => offer.Id).Distinct().ToArray())).ToArray();
        var letters = string.Concat(data.Products.Select(product => product.Product)).Where(ShortText.IsIdeograph).Distinct().Order().ToArray();
        (string Way, Func<string, string> Words)[] ways =
        [
            ("product", product => product),
            ("typo_any", product => Mistyped(product, _ => letters)),
            ("typo_sound", product => Mistyped(product, c => [.. SoundAlike.Near(c).Take(3)])),
            ("phrase", product => $"求购{product}，每月20吨，送到重庆市九龙坡区，长期合作"),
        ];
        Console.WriteLine("by alias: these data have none, so that nothing is measured. typo_any: one character replaced by any other of the names; typo_sound: by one of like sound.");
        Console.WriteLine(SqliteBigrams.Said);
        Console.WriteLine(PostgresText.Said);
        var peers = new List<(string Name, Func<string, HashSet<Guid>, bool> Finds)> { ("LianMeng", finds) };
        using var fts = new SqliteBigrams([.. carriers.Select(carrier => (carrier.Line, carrier.Line))]);
        await using var postgres = await PostgresText.OpenAsync([.. carriers.Select(carrier => carrier.Line)]);
        peers.Add(("FTS5_bigrams", (text, makers) => Among(fts.Search(text, Lines), makers)));
        if (postgres is not null)
        {
            peers.Add(("ts_rank_cd", (text, makers) => Among(postgres.Rank(text, Lines), makers)));
            peers.Add(("pg_trgm", (text, makers) => Among(postgres.Like(text, Lines), makers)));
        }
        Console.WriteLine("maker in the first ten            " + string.Concat(ways.Select(way => $"{way.Way,20}")) + "   (half chosen on | half reported)");
        var ours = new double[ways.Length];
        foreach (var (name, ask) in peers)
        {
            if (name == "LianMeng") Console.WriteLine("missed by product on the half chosen on: " + string.Join(' ', data.Products.Where((product, i) => Halves.IsChosenOn(i) && !ask(product.Product, product.Makers)).Select(product => product.Product)));
            var shares = ways.Select(way => Share(data, way.Words, ask)).ToArray();
            if (name == "LianMeng") ours = [.. shares.Select(share => share[1])];
            Console.WriteLine($"{name,-34}" + string.Concat(shares.Select(share => $"{Halves.Say(share[0], share[1]),20}"))
                + (name == "LianMeng" ? "" : "   ours/peer " + string.Join(' ', shares.Select((share, way) => share[1] == 0 ? "-" : (ours[way] / share[1]).ToString("F3", CultureInfo.InvariantCulture)))));
        }

        bool Among(IReadOnlyList<int> lines, HashSet<Guid> makers)
        {
            var shown = new HashSet<Guid>();
            foreach (var line in lines)
                foreach (var firm in carriers[line].Firms)
                    if (shown.Count < Chain.Shown && shown.Add(firm) && makers.Contains(firm)) return true;
            return false;
        }
    }

    static double[] Share(Chain.ChainData data, Func<string, string> words, Func<string, HashSet<Guid>, bool> finds)
    {
        double[] hits = [0, 0], asked = [0, 0];
        for (var i = 0; i < data.Products.Count; i++)
        {
            var half = Halves.IsChosenOn(i) ? 0 : 1;
            asked[half]++;
            if (finds(words(data.Products[i].Product), data.Products[i].Makers)) hits[half]++;
        }
        return [hits[0] / Math.Max(1, asked[0]), hits[1] / Math.Max(1, asked[1])];
    }

    /// <summary>One Chinese character replaced, which one and by which follows from the word.</summary>
    static string Mistyped(string product, Func<char, IReadOnlyList<char>> others)
    {
        var places = Enumerable.Range(0, product.Length).Where(at => ShortText.IsIdeograph(product[at])).ToList();
        var start = (int)(Chain.Hash(product + "?") % (uint)places.Count);
        for (var i = 0; i < places.Count; i++)
        {
            var at = places[(start + i) % places.Count];
            var choice = others(product[at]).Where(other => other != product[at]).ToList();
            if (choice.Count > 0) return string.Concat(product.AsSpan(0, at), choice[(int)(Chain.Hash(product + "!") % (uint)choice.Count)].ToString(), product.AsSpan(at + 1));
        }
        return product;
    }
}

namespace LianMeng.Engine.ChainGraph;

/// <summary>
/// What is known about the products of a district's chain and about its firms on them; checked once, immutable, the input of the analyses. Cycles of inputs are allowed. A link stated
/// twice counts once: where only one statement has a coefficient that one holds, where two differ the coefficient is unknown.
/// </summary>
public sealed class ChainFacts
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">A key occurs twice or is unknown, a product feeds itself, a figure is negative.</exception>
    public ChainFacts(IEnumerable<ChainProduct> products, IEnumerable<ProductLink> links, IEnumerable<MakerLine> makers, IEnumerable<BuyerLine> buyers, IEnumerable<ExpectedDeclarer> expected)
    {
        Products = [.. products];
        for (var i = 0; i < Products.Count; i++)
        {
            if (!places.TryAdd(Products[i].Key, i)) throw new ArgumentException($"产品代号“{Products[i].Key}”重复。", nameof(products));
            Check(Products[i].ReferencePrice, Products[i].Key, "参考价");
        }

        Makers = ByProduct(makers, line => line.Product);
        Buyers = ByProduct(buyers, line => line.Product);
        Expected = ByProduct(expected, line => line.Product);
        foreach (var line in Makers.SelectMany(lines => lines))
        {
            Check(line.CapacityForSale, line.Product, "可供产能");
            Check(line.Sold, line.Product, "已售数量");
        }

        foreach (var line in Buyers.SelectMany(lines => lines))
        {
            Check(line.Quantity, line.Product, "年采购量");
            Check(line.Price, line.Product, "采购价");
        }

        (Inputs, Outputs) = Join(links);
    }

    /// <summary>All products, in the order given; the lists below stand in the same order.</summary>
    public IReadOnlyList<ChainProduct> Products { get; }

    internal IReadOnlyList<IReadOnlyList<MakerLine>> Makers { get; }
    internal IReadOnlyList<IReadOnlyList<BuyerLine>> Buyers { get; }
    internal IReadOnlyList<IReadOnlyList<ExpectedDeclarer>> Expected { get; }

    /// <summary>What goes into each product, with units of it per unit of the product.</summary>
    internal IReadOnlyList<IReadOnlyList<(int Product, decimal? Coefficient)>> Inputs { get; }

    /// <summary>What each product goes into, with units of it per unit of that.</summary>
    internal IReadOnlyList<IReadOnlyList<(int Product, decimal? Coefficient)>> Outputs { get; }

    /// <summary>Place of a product in <see cref="Products"/>.</summary>
    /// <exception cref="ArgumentException">unknown key</exception>
    public int PlaceOf(string key) => places.TryGetValue(key, out var place) ? place : throw new ArgumentException($"没有代号为“{key}”的产品。", nameof(key));

    private IReadOnlyList<T>[] ByProduct<T>(IEnumerable<T> lines, Func<T, string> product)
    {
        var sorted = new List<T>?[Products.Count];
        foreach (var line in lines) (sorted[PlaceOf(product(line))] ??= []).Add(line);
        return Array.ConvertAll(sorted, list => (IReadOnlyList<T>?)list ?? []);
    }

    private (IReadOnlyList<(int, decimal?)>[] Inputs, IReadOnlyList<(int, decimal?)>[] Outputs) Join(IEnumerable<ProductLink> links)
    {
        var coefficients = new Dictionary<(int From, int To), (decimal? Value, bool Differ)>();
        foreach (var link in links)
        {
            var pair = (From: PlaceOf(link.From), To: PlaceOf(link.To));
            if (pair.From == pair.To) throw new ArgumentException($"产品“{link.From}”不能与自己相联。", nameof(links));
            if (link.Meaning != LinkMeaning.InputOf) continue;
            Check(link.Coefficient, $"{link.From} → {link.To}", "单耗");
            var known = coefficients.GetValueOrDefault(pair);
            coefficients[pair] = (known.Value ?? link.Coefficient, known.Differ || (known.Value is not null && link.Coefficient is not null && known.Value != link.Coefficient));
        }

        var (inputs, outputs) = (new List<(int, decimal?)>?[Products.Count], new List<(int, decimal?)>?[Products.Count]);
        foreach (var ((from, to), (value, differ)) in coefficients)
        {
            (inputs[to] ??= []).Add((from, differ ? null : value));
            (outputs[from] ??= []).Add((to, differ ? null : value));
        }

        return (Array.ConvertAll(inputs, list => (IReadOnlyList<(int, decimal?)>?)list ?? []), Array.ConvertAll(outputs, list => (IReadOnlyList<(int, decimal?)>?)list ?? []));
    }

    private static void Check(decimal? figure, string of, string what)
    {
        if (figure < 0) throw new ArgumentException($"“{of}”的{what} {figure} 不能为负数。", nameof(figure));
    }
}

namespace LianMeng.Engine.ChainGraph;

/// <summary>Who buys what from whom; checked once, immutable, read by any number of threads. Several links of one pair for one product are allowed.</summary>
public sealed class FirmNetwork
{
    private readonly Dictionary<Guid, int> places = [];
    private readonly Dictionary<string, int> productPlaces = new(StringComparer.Ordinal);

    /// <param name="links">purchases between local firms</param>
    /// <exception cref="ArgumentException">a firm buys from itself, a negative figure</exception>
    public FirmNetwork(IEnumerable<FirmLink> links)
    {
        Links = [.. links];
        foreach (var link in Links)
        {
            if (link.Seller == link.Buyer) throw new ArgumentException($"企业不能向自己采购“{link.Product}”。", nameof(links));
            if (link.Quantity < 0 || link.Value < 0) throw new ArgumentException($"“{link.Product}”的供货数量和金额不能为负数。", nameof(links));
        }

        Guid[] firms = [.. Links.SelectMany(link => new[] { link.Seller, link.Buyer }).Distinct().Order()];
        for (var i = 0; i < firms.Length; i++) places.Add(firms[i], i);
        Firms = firms;
        var products = new List<string>();
        foreach (var link in Links)
            if (productPlaces.TryAdd(link.Product, products.Count)) products.Add(link.Product);
        Products = products;
        (Sellers, Buyers, Goods) = (new int[Links.Count], new int[Links.Count], new int[Links.Count]);
        for (var i = 0; i < Links.Count; i++) (Sellers[i], Buyers[i], Goods[i]) = (places[Links[i].Seller], places[Links[i].Buyer], productPlaces[Links[i].Product]);
        Sales = Adjacency.Group(Sellers, Firms.Count);
        Purchases = Adjacency.Group(Buyers, Firms.Count);
    }

    /// <summary>The links in the order given.</summary>
    public IReadOnlyList<FirmLink> Links { get; }

    /// <summary>Every firm with a link, in order of ids.</summary>
    public IReadOnlyList<Guid> Firms { get; }

    internal IReadOnlyList<string> Products { get; }
    internal int[] Sellers { get; }
    internal int[] Buyers { get; }
    internal int[] Goods { get; }

    /// <summary>Links by seller and by buyer.</summary>
    internal Adjacency Sales { get; }
    internal Adjacency Purchases { get; }

    /// <summary>Firms whose loss breaks their part of the network into pieces (articulation points of the network, taken without direction), most cut off first.</summary>
    public IReadOnlyList<ArticulationFirm> Articulations()
    {
        var found = new Articulation(Firms.Count, Sellers, Buyers).Find();
        return [.. found.Select(at => new ArticulationFirm(Firms[at.Node], at.Pieces, at.CutOff)).OrderByDescending(at => at.CutOff).ThenBy(at => at.Firm)];
    }

    /// <summary>Sellers that are the only source of a product for a buyer; those with most such buyers first.</summary>
    public IReadOnlyList<SingleSupplier> SingleSuppliers()
    {
        var alone = Enumerable.Range(0, Links.Count).GroupBy(i => (Buyer: Buyers[i], Product: Goods[i])).Where(group => group.Select(i => Sellers[i]).Distinct().Count() == 1).SelectMany(group => group);
        return
        [
            .. alone.GroupBy(i => (Seller: Sellers[i], Product: Goods[i])).Select(group =>
            {
                Guid[] buyers = [.. group.Select(i => Links[i].Buyer).Distinct().Order()];
                var known = group.Where(i => Links[i].Value is not null).ToList();
                decimal? value = known.Count == 0 ? null : known.Sum(i => Links[i].Value!.Value);
                return new SingleSupplier(Firms[group.Key.Seller], Products[group.Key.Product], buyers, new(value, BuyerSet.Of(known.Where(i => Links[i].Value > 0).Select(i => Links[i].Buyer)), "元", known.Count == group.Count()));
            }).OrderByDescending(row => row.Buyers.Count).ThenBy(row => row.Seller).ThenBy(row => row.Product, StringComparer.Ordinal),
        ];
    }

    internal int? PlaceOf(Guid firm) => places.TryGetValue(firm, out var place) ? place : null;

    internal int? PlaceOfProduct(string key) => productPlaces.TryGetValue(key, out var place) ? place : null;
}

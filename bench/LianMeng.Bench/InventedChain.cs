using System.Globalization;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Bench;

/// <summary>A chain with its firms as a large district might have it, the same each time: products in layers, most links forward, some back.</summary>
sealed class InventedChain
{
    private const int Layers = 20;
    private const int ProductsOfFirm = 4;

    public InventedChain(int products)
    {
#pragma warning disable CA5394 // invented data, not secrets
        var random = new Random(20261123);
        (Products, Graph) = ([], []);
        for (var i = 0; i < products; i++)
        {
            Products.Add(new(Key(i), "产品" + Key(i), "吨", random.Next(1_000, 50_000)));
            Graph.Add(new(Key(i), "产品" + Key(i), [], "", ProductKind.Product));
        }

        var layer = Math.Max(1, products / Layers);
        var seen = new HashSet<(int, int)>();
        while (Links.Count < 3 * products)
        {
            var from = random.Next(products);
            var back = random.Next(40) == 0;
            var to = Math.Clamp(back ? from - random.Next(1, layer + 1) : from + random.Next(1, layer + 1), 0, products - 1);
            if (from == to || !seen.Add((from, to))) continue;
            Links.Add(new(Key(from), Key(to), LinkMeaning.InputOf, random.Next(3) == 0 ? null : Math.Round((decimal)random.NextDouble() * 2, 3), "t/t"));
        }

        var firms = Enumerable.Range(0, products / 2).Select(i => new Guid(i + 1, 0, 0, new byte[8])).ToArray();
        var madeBy = new List<Guid>?[products];
        foreach (var firm in firms)
        {
            for (var i = 0; i < ProductsOfFirm; i++)
            {
                var made = random.Next(products);
                (madeBy[made] ??= []).Add(firm);
                Makers.Add(new(firm, Key(made), random.Next(100, 5_000), random.Next(0, 4_000)));
                var bought = Math.Max(0, made - random.Next(1, layer + 1));
                Buyers.Add(new(firm, Key(bought), random.Next(10, 2_000), random.Next(1_000, 50_000), (PurchaseOrigin)random.Next(3)));
                Expected.Add(new(firm, Key(bought), random.Next(10) < 8));
            }
        }

        foreach (var line in Buyers)
        {
            if (madeBy[int.Parse(line.Product, CultureInfo.InvariantCulture)] is not { } sellers) continue;
            var seller = sellers[random.Next(sellers.Count)];
            if (seller != line.Firm) Supplies.Add(new(seller, line.Firm, line.Product, line.Quantity, line.Quantity * line.Price));
        }
#pragma warning restore CA5394
        Firms = firms;
    }

    public List<ChainProduct> Products { get; }
    public List<Product> Graph { get; }
    public List<ProductLink> Links { get; } = [];
    public IReadOnlyList<Guid> Firms { get; }
    public List<MakerLine> Makers { get; } = [];
    public List<BuyerLine> Buyers { get; } = [];
    public List<ExpectedDeclarer> Expected { get; } = [];
    public List<FirmLink> Supplies { get; } = [];

    private static string Key(int i) => i.ToString(CultureInfo.InvariantCulture);
}

using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Chains;

/// <summary>The products of one chain or of all, with the firms that make them; who buys them only for those who may see private needs.</summary>
public sealed class ListChainProducts(UseCaseContext context, ChainBackbones backbones, ChainFirms firms, ProductSearch search) : MemoryQuery<ListChainProducts.Filter, ListChainProducts.Row>(context)
{
    private const int FewMakers = 3;
    private const int FewUpstream = 6;

    public sealed class Filter : ListFilter
    {
        [Display(Name = "产业链"), StringLength(40)]
        public string? Chain { get; set; }

        [Display(Name = "环节"), StringLength(40)]
        public string? Stage { get; set; }

        /// <summary>True: only what nobody within the scope makes.</summary>
        [Display(Name = "只看缺口")]
        public bool? Gaps { get; set; }
    }

    public sealed class Row
    {
        public string ChainKey { get; init; } = "";
        public string Key { get; init; } = "";
        [Display(Name = "产业链")] public string Chain { get; init; } = "";
        [Display(Name = "环节")] public string Stage { get; init; } = "";
        [Display(Name = "产品")] public string Product { get; init; } = "";
        [Display(Name = "别称、牌号")] public string Aliases { get; set; } = "";
        [Display(Name = "类别")] public string Kind { get; init; } = "";
        [Display(Name = "税收分类编码")] public string? TaxCode { get; init; }
        [Display(Name = "上游")] public string Upstream { get; set; } = "";
        [Display(Name = "每单位耗用（出处）")] public string Coefficients { get; set; } = "";
        [Display(Name = "生产企业数")] public int Makers { get; init; }
        [Display(Name = "生产企业")] public string MakerNames { get; set; } = "";
        [Display(Name = "采购企业数")] public int? Buyers { get; init; }
        [Display(Name = "采购企业")] public string? BuyerNames { get; set; }

        /// <summary>For the page: the first few, and that there are more.</summary>
        internal string FirstUpstream { get; set; } = "";
        internal string FirstMakers { get; set; } = "";
        internal IReadOnlyList<ChainFirms.Line> MakerLines { get; init; } = [];
        internal IReadOnlyList<ChainFirms.Line> BuyerLines { get; init; } = [];
        internal string SortKey { get; init; } = "";
        internal Guid Place { get; init; }
    }

    public override Access Access => Access.Needs(ChainsCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts
    {
        get
        {
            var sorts = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
            {
                ["stage"] = r => r.Place,
                ["product"] = r => r.SortKey,
                ["makers"] = r => r.Makers,
            };
            // An order is a leak too: by buyers only for those who may see them.
            if (Actor.May(Organisations.Public.OrganisationCards.PrivateNeeds)) sorts["buyers"] = r => r.Buyers;
            return sorts;
        }
    }

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Place;

    protected override async Task<IReadOnlyList<Row>> LoadAsync(Filter filter, CancellationToken cancellation)
    {
        var placed = await firms.PlaceAsync(cancellation);
        return [.. backbones.All
            .SelectMany(chain => chain.Products.Select(product => (Chain: chain, Product: product)))
            .Select((p, position) => (p.Chain, p.Product, Position: position))
            .Where(p => filter.Chain is not { } asked || p.Chain.Key == asked)
            .Where(p => filter.Stage is not { } stage || p.Chain.StageOf(p.Product.Key) == stage)
            .Where(p => filter.Gaps is not true || placed.MakersOf(p.Product.Key).Count == 0)
            .Where(p => search.Finds(p.Product, filter.Query))
            .Select(p => ToRow(p.Chain, p.Product, p.Position, placed))];
    }

    /// <summary>Words and names are put together for the rows that are shown or exported, not for all.</summary>
    protected override async Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        var names = await firms.NamesAsync(rows.SelectMany(r => r.MakerLines.Concat(r.BuyerLines)), cancellation);
        foreach (var row in rows)
        {
            row.Aliases = string.Join('、', backbones.Graph.ByKey(row.Key)!.Aliases);
            var upstream = backbones.Graph.Upstream(row.Key).Select(u => u.Name).Distinct().ToList();
            row.Upstream = string.Join('、', upstream);
            row.FirstUpstream = First(upstream, FewUpstream);
            row.Coefficients = string.Join('；', backbones.Graph.Of(row.Key)
                .Where(l => l.To == row.Key && l.Meaning == LinkMeaning.InputOf && l.Coefficient is not null).Select(l => CoefficientWords.Short(l, backbones.Graph)));
            var makers = ChainFirms.Named(row.MakerLines, names).Select(f => f.Name).ToList();
            row.MakerNames = string.Join('、', makers);
            row.FirstMakers = First(makers, FewMakers);
            if (row.Buyers is not null) row.BuyerNames = string.Join('、', ChainFirms.Named(row.BuyerLines, names).Select(f => f.Name));
        }
    }

    private Row ToRow(ChainBackbone chain, Product product, int position, ChainFirms.Placed placed)
    {
        var makers = placed.MakersOf(product.Key);
        return new()
        {
            ChainKey = chain.Key,
            Key = product.Key,
            Chain = chain.Title,
            Stage = chain.Stages[chain.LaneOf(product.Key)].Title,
            Product = product.Name,
            Kind = product.Kind.Title(),
            TaxCode = product.TaxCode,
            Makers = makers.Count,
            Buyers = placed.CountBuyers(product.Key),
            MakerLines = makers,
            BuyerLines = placed.BuyersOf(product.Key),
            SortKey = search.SortKeyOf(product),
            Place = Place(position),
        };
    }

    private static string First(List<string> names, int few) => string.Join('、', names.Take(few)) + (names.Count > few ? " 等" : "");
}

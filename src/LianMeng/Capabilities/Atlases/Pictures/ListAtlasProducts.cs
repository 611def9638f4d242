using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Atlases.Analyses;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>The products of an atlas as a table: the same as its pictures say.</summary>
public sealed class ListAtlasProducts(UseCaseContext context, AtlasShelf shelf, AtlasAnalyst analyst, AtlasFirms firms) : MemoryQuery<ListAtlasProducts.Filter, ListAtlasProducts.Row>(context)
{
    private const int Few = 4;

    public sealed class Filter : ListFilter
    {
        /// <summary>The atlas.</summary>
        public Guid Id { get; set; }

        [Display(Name = "期"), Range(0, 100_000)]
        public int? Issue { get; set; }

        /// <summary>Key of a stage.</summary>
        [Display(Name = "环节"), StringLength(100)]
        public string? Stage { get; set; }

        [Display(Name = "健康度")]
        public Health? Health { get; set; }
    }

    public sealed class Row
    {
        public string Key { get; init; } = "";
        [Display(Name = "环节")] public string Stage { get; init; } = "";
        [Display(Name = "产品")] public string Product { get; init; } = "";
        [Display(Name = "别称、牌号")] public string Aliases { get; init; } = "";
        [Display(Name = "类别")] public string Kind { get; init; } = "";
        [Display(Name = "计量单位")] public string Unit { get; init; } = "";
        [Display(Name = "健康度")] public string Health { get; init; } = "";
        [Display(Name = "判断依据")] public string Reasons { get; init; } = "";
        [Display(Name = "生产企业数")] public int Makers { get; init; }
        [Display(Name = "生产企业")] public string MakerNames { get; init; } = "";
        [Display(Name = "采购企业数")] public int? Buyers { get; init; }
        [Display(Name = "上游（投入）")] public string Upstream { get; set; } = "";
        [Display(Name = "下游（用途）")] public string Downstream { get; set; } = "";
        [Display(Name = "副产品")] public string ByProducts { get; set; } = "";
        [Display(Name = "可替代它的")] public string Substitutes { get; set; } = "";
        [Display(Name = "单耗（出处）")] public string Coefficients { get; set; } = "";
        [Display(Name = "税收分类编码")] public string? TaxCode { get; init; }
        [Display(Name = "来源")] public string? Source { get; init; }

        /// <summary>For the page: the first few, and that there are more.</summary>
        internal string FirstMakers { get; init; } = "";
        internal string FirstUpstream { get; set; } = "";
        internal string FirstDownstream { get; set; } = "";
        internal Health State { get; init; }
        internal int HealthOrder { get; init; }
        internal string SortKey { get; init; } = "";
        internal Guid Place { get; init; }
    }

    private OpenAtlas? open;

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts
    {
        get
        {
            var sorts = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
            {
                ["stage"] = r => r.Place,
                ["product"] = r => r.SortKey,
                ["health"] = r => r.HealthOrder,
                ["makers"] = r => r.Makers,
            };
            // an order is a leak too
            if (Actor.May(OrganisationCards.PrivateNeeds)) sorts["buyers"] = r => r.Buyers;
            return sorts;
        }
    }

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Place;

    protected override async Task<bool> IsThereAsync(Filter filter, CancellationToken cancellation) => (open = await shelf.OpenAsync(filter.Id, filter.Issue, cancellation)) is not null;

    protected override async Task<IReadOnlyList<Row>> LoadAsync(Filter filter, CancellationToken cancellation)
    {
        var (graph, analysis) = (open!.Graph, await analyst.OfAsync(open, cancellation));
        var makers = await firms.MakersAsync(open, cancellation);
        var buyers = Actor.May(OrganisationCards.PrivateNeeds)
            ? analysis.Lines.Where(l => l.Line.Role == FirmLineRole.Buys).GroupBy(l => l.Product, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(l => l.Line.OrganisationId).Distinct().Count(), StringComparer.Ordinal)
            : null;
        return [.. open.Content.Nodes
            .OrderBy(n => graph.LaneOf(n) ?? int.MaxValue)
            .Select((node, position) => (node, position))
            .Where(p => filter.Stage is not { } stage || p.node.Stage == stage)
            .Where(p => filter.Health is not { } health || (analysis.HealthOf(p.node.Key)?.Health ?? Health.Unknown) == health)
            .Where(p => graph.Search.Finds(graph.Products.ByKey(p.node.Key)!, filter.Query))
            .Select(p => ToRow(p.node, p.position))];

        Row ToRow(AtlasNode node, int position)
        {
            var judged = analysis.HealthOf(node.Key);
            var health = judged?.Health ?? Health.Unknown;
            var names = (makers.GetValueOrDefault(node.Key) ?? []).Select(f => f.Name).ToList();
            return new()
            {
                Key = node.Key, Stage = graph.TitleOf(node.Stage) ?? "未归环节", Product = node.Name, Aliases = string.Join('、', node.Aliases), Kind = node.Kind.Title(), Unit = judged?.Product.Unit ?? node.Unit ?? "",
                Health = health.Word(), State = health, HealthOrder = HealthMark.All.ToList().IndexOf(health), Reasons = string.Join("；", judged?.Reasons(analysis.Viewer) ?? []),
                Makers = names.Count, MakerNames = string.Join('、', names), FirstMakers = First(names), Buyers = buyers is null ? null : buyers.GetValueOrDefault(node.Key),
                TaxCode = node.TaxCode, Source = node.Source, SortKey = graph.Search.SortKeyOf(graph.Products.ByKey(node.Key)!), Place = Place(position),
            };
        }
    }

    /// <summary>Words of links are put together for the rows that are shown or exported.</summary>
    protected override Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        var graph = open!.Graph;
        var links = open.Content.Links;
        var (byTo, byFrom) = (links.ToLookup(l => l.To, StringComparer.Ordinal), links.ToLookup(l => l.From, StringComparer.Ordinal));
        foreach (var row in rows)
        {
            var (into, outOf) = (Names(byTo[row.Key], LinkMeaning.InputOf, l => l.From), Names(byFrom[row.Key], LinkMeaning.InputOf, l => l.To));
            (row.Upstream, row.FirstUpstream, row.Downstream, row.FirstDownstream) = (string.Join('、', into), First(into), string.Join('、', outOf), First(outOf));
            row.ByProducts = string.Join('、', Names(byTo[row.Key], LinkMeaning.ByProductOf, l => l.From));
            row.Substitutes = string.Join('、', Names(byTo[row.Key], LinkMeaning.SubstituteOf, l => l.From));
            row.Coefficients = string.Join("；", byTo[row.Key].Where(l => l.Coefficient is not null || l.Share is not null).Select(l => $"{graph.Node(l.From)!.Name}：{AtlasProducts.FiguresOf(l, graph)}（{l.Source ?? "未注明出处"}）"));
        }

        return Task.CompletedTask;

        List<string> Names(IEnumerable<AtlasLink> among, LinkMeaning meaning, Func<AtlasLink, string> other) => [.. among.Where(l => l.Meaning == meaning).Select(l => graph.Node(other(l))!.Name)];
    }

    private static string First(List<string> names) => string.Join('、', names.Take(Few)) + (names.Count > Few ? $" 等 {names.Count} 个" : "");
}

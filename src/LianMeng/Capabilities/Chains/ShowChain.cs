using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Chains;

/// <summary>A chain as a picture: its stages in order, on each its products with counts; and one product in full when it is asked for.</summary>
public sealed class ShowChain(UseCaseContext context, ChainBackbones backbones, ChainFirms firms, ProductSearch search, DistrictNames districts, IEnumerable<ProductTally> tallies) : Show<ShowChain.Input, ShowChain.View>(context)
{
    private const int MostElsewhere = 8;
    private const int MostWanted = 6;
    private const int MostLoops = 3;

    public sealed class Input
    {
        [Display(Name = "产业链"), StringLength(40)]
        public string? Chain { get; set; }

        [Display(Name = "产品"), StringLength(100)]
        public string? Query { get; set; }

        /// <summary>True: only what nobody within the scope makes.</summary>
        [Display(Name = "只看缺口")]
        public bool? Gaps { get; set; }

        /// <summary>A product's key, or its name, an alias or a grade.</summary>
        [Display(Name = "产品详情"), StringLength(100)]
        public string? Product { get; set; }
    }

    /// <param name="District">Whose firms are counted: 铜梁区, 全市.</param>
    /// <param name="AsAt">UTC: the register as it is now.</param>
    /// <param name="Made">products that somebody makes; the others are gaps</param>
    /// <param name="SeesBuyers">false for firms: what others buy is their private need, and every count of buyers is null</param>
    /// <param name="Wanted">Gaps that somebody buys, those with the most buyers first; empty for firms.</param>
    /// <param name="Elsewhere">What the query finds on other chains.</param>
    /// <param name="Product">The product that was asked for; null when none was, or there is none of that name.</param>
    public sealed record View(
        string Key, string Title, string? District, DateTime AsAt, IReadOnlyList<StageView> Stages, IReadOnlyList<LoopView> Loops,
        int Products, int Made, int Firms, bool SeesBuyers, IReadOnlyList<LinkView> Wanted, IReadOnlyList<LinkView> Elsewhere, DetailView? Product);

    /// <param name="Products">Those that the filter leaves.</param>
    /// <param name="Total">All of the stage.</param>
    public sealed record StageView(string Key, string Title, IReadOnlyList<BoxView> Products, int Total, int Made, int Firms);

    /// <param name="Buyers">null for those who may not know</param>
    /// <param name="IsOwn">The actor's own firm makes it.</param>
    /// <param name="From">Title of the chain that brings it in, when that is another.</param>
    /// <param name="ReturnsTo">Titles of the earlier stages that it goes back to.</param>
    public sealed record BoxView(string Key, string Name, IReadOnlyList<string> Aliases, ProductKind Kind, int Makers, int? Buyers, bool IsOwn, string? From, IReadOnlyList<string> ReturnsTo, IReadOnlyList<TallyView> Tallies);

    public sealed record TallyView(string Title, int Count, string Href);

    /// <param name="FromStage">From 0.</param>
    /// <param name="ToStage">From 0; before <paramref name="FromStage"/>.</param>
    public sealed record LoopView(int FromStage, int ToStage, string FromTitle, string ToTitle, IReadOnlyList<string> Products);

    /// <param name="Chain">Key of the chain on whose page it opens.</param>
    /// <param name="ChainTitle">null when that is the chain shown</param>
    public sealed record LinkView(string Key, string Name, string Chain, string? ChainTitle, int Makers, int? Buyers);

    public sealed record DetailView(
        string Key, string Name, IReadOnlyList<string> Aliases, ProductKind Kind, IReadOnlyList<PlaceView> Places,
        IReadOnlyList<LinkView> Upstream, IReadOnlyList<LinkView> Downstream, IReadOnlyList<LinkView> ByProducts, IReadOnlyList<LinkView> ByProductOf,
        IReadOnlyList<LinkView> Substitutes, IReadOnlyList<LinkView> KindOf, IReadOnlyList<LinkView> Kinds,
        IReadOnlyList<CoefficientView> Coefficients, string? TaxCode,
        IReadOnlyList<ChainFirms.Firm> Makers, IReadOnlyList<ChainFirms.Firm>? Buyers, IReadOnlyList<TallyView> Tallies);

    /// <summary>How much of one product goes into, or falls off, a unit of another; only where a source says so.</summary>
    /// <param name="From">Key of what is consumed or yielded.</param>
    /// <param name="To">Key of what is made.</param>
    /// <param name="Unit">From's over To's: t/t, kWh/t.</param>
    /// <param name="IsYield">True: making To yields From beside it.</param>
    /// <param name="Share">Which part of all that goes into To is From, 0 to 1; null where not known.</param>
    /// <param name="Source">Title and year.</param>
    /// <param name="Sentence">每 t 电解铝耗用：氧化铝 1.928 t</param>
    public sealed record CoefficientView(string From, string To, decimal Value, string Unit, bool IsYield, decimal? Share, string Source, string Sentence);

    public sealed record PlaceView(string Chain, string ChainTitle, string Stage);

    public override Access Access => Access.Needs(ChainsCapability.Read);

    private ProductGraph Graph => backbones.Graph;

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (backbones.Find(input.Chain ?? "") is not { } chain) return null;
        var placed = await firms.PlaceAsync(cancellation);
        var counted = new List<(ProductTally Tally, IReadOnlyDictionary<string, int> Counts)>();
        foreach (var tally in tallies) counted.Add((tally, await tally.CountAsync(cancellation)));

        var asked = input.Product is { } product ? Graph.ByKey(product) ?? Graph.Find(product) : null;
        var stages = chain.Stages.Select((stage, lane) => ToStage(chain, stage, lane, input, placed, counted)).ToList();
        return new(
            chain.Key, chain.Title, (await districts.OfAsync(Actor)).Name, Now, stages,
            [.. chain.Returns.Take(MostLoops).Select(r => new LoopView(r.FromStage, r.ToStage, chain.Stages[r.FromStage].Title, chain.Stages[r.ToStage].Title, [.. r.Products.Select(p => p.Name)]))],
            chain.Products.Count, stages.Sum(s => s.Made), placed.CountFirms(chain.Products.Select(p => p.Key)), placed.SeesBuyers,
            WantedOn(chain, placed), ElsewhereThan(chain, input, placed), asked is null ? null : await ToDetailAsync(chain, asked, placed, counted, cancellation));
    }

    private StageView ToStage(ChainBackbone chain, Stage stage, int lane, Input input, ChainFirms.Placed placed, List<(ProductTally, IReadOnlyDictionary<string, int>)> counted)
    {
        var all = chain.Products.Where(p => chain.LaneOf(p.Key) == lane).ToList();
        var shown = all.Where(p => (input.Gaps is not true || placed.MakersOf(p.Key).Count == 0) && search.Finds(p, input.Query));
        return new(stage.Key, stage.Title, [.. shown.Select(p => ToBox(chain, p, placed, counted))],
            all.Count, all.Count(p => placed.MakersOf(p.Key).Count > 0), placed.CountFirms(all.Select(p => p.Key)));
    }

    private BoxView ToBox(ChainBackbone chain, Product product, ChainFirms.Placed placed, List<(ProductTally, IReadOnlyDictionary<string, int>)> counted) => new(
        product.Key, product.Name, product.Aliases, product.Kind, placed.MakersOf(product.Key).Count, placed.CountBuyers(product.Key), placed.IsOwn(product.Key),
        chain.Owns(product.Key) ? null : backbones.HomeOf(product.Key).Title,
        [.. chain.Returns.Where(r => r.Products.Contains(product)).Select(r => chain.Stages[r.ToStage].Title).Distinct()],
        TalliesOf(product, counted));

    private static List<TallyView> TalliesOf(Product product, List<(ProductTally Tally, IReadOnlyDictionary<string, int> Counts)> counted)
        => [.. counted.Where(c => c.Counts.GetValueOrDefault(product.Key) > 0).Select(c => new TallyView(c.Tally.Title, c.Counts[product.Key], c.Tally.HrefOf(product)))];

    private List<LinkView> WantedOn(ChainBackbone chain, ChainFirms.Placed placed)
        => [.. chain.Products
            .Where(p => placed.MakersOf(p.Key).Count == 0 && placed.BuyersOf(p.Key).Count > 0)
            .OrderByDescending(p => placed.BuyersOf(p.Key).Count).Take(MostWanted)
            .Select(p => ToLink(chain, p, placed))];

    private List<LinkView> ElsewhereThan(ChainBackbone chain, Input input, ChainFirms.Placed placed)
        => string.IsNullOrWhiteSpace(input.Query) ? []
            : [.. Graph.Products.Where(p => !chain.Has(p.Key) && search.Finds(p, input.Query)).Take(MostElsewhere).Select(p => ToLink(chain, p, placed))];

    private async Task<DetailView> ToDetailAsync(ChainBackbone chain, Product product, ChainFirms.Placed placed, List<(ProductTally, IReadOnlyDictionary<string, int>)> counted, CancellationToken cancellation)
    {
        var key = product.Key;
        var (makers, buyers) = (placed.MakersOf(key), placed.BuyersOf(key));
        var names = await firms.NamesAsync(makers.Concat(buyers), cancellation);
        return new(
            key, product.Name, product.Aliases, product.Kind,
            [.. backbones.All.Where(c => c.Has(key)).Select(c => new PlaceView(c.Key, c.Title, c.Stages[c.LaneOf(key)].Title))],
            Linked(LinkMeaning.InputOf, towards: true), Linked(LinkMeaning.InputOf, towards: false),
            Linked(LinkMeaning.ByProductOf, towards: true), Linked(LinkMeaning.ByProductOf, towards: false),
            Linked(LinkMeaning.SubstituteOf, towards: true), Linked(LinkMeaning.KindOf, towards: false), Linked(LinkMeaning.KindOf, towards: true),
            [.. Graph.Of(key).Where(l => l.Coefficient is not null).OrderBy(l => l.To != key).Select(ToCoefficient)], product.TaxCode,
            ChainFirms.Named(makers, names), placed.SeesBuyers ? ChainFirms.Named(buyers, names) : null, TalliesOf(product, counted));

        List<LinkView> Linked(LinkMeaning meaning, bool towards)
            => [.. Graph.Of(key).Where(l => l.Meaning == meaning && (towards ? l.To : l.From) == key)
                .Select(l => Graph.ByKey(towards ? l.From : l.To)!).Select(p => ToLink(chain, p, placed))];
    }

    private CoefficientView ToCoefficient(ProductLink link) => new(
        link.From, link.To, link.Coefficient!.Value, link.CoefficientUnit ?? "", link.Meaning == LinkMeaning.ByProductOf, link.Share, link.Source ?? "",
        CoefficientWords.Sentence(link, Graph));

    private LinkView ToLink(ChainBackbone shown, Product product, ChainFirms.Placed placed)
    {
        var home = shown.Has(product.Key) ? shown : backbones.HomeOf(product.Key);
        return new(product.Key, product.Name, home.Key, home == shown ? null : home.Title, placed.MakersOf(product.Key).Count, placed.CountBuyers(product.Key));
    }
}

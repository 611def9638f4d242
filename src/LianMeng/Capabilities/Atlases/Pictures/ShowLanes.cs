using LianMeng.Capabilities.Atlases.Analyses;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>An atlas as lanes: its stages in order, on each its products with makers and health; and one product in full when it is asked for.</summary>
public sealed class ShowLanes(UseCaseContext context, AtlasShelf shelf, AtlasHeads heads, AtlasAnalyst analyst, AtlasFirms firms, AtlasProducts products) : Show<ShowLanes.Input, ShowLanes.View>(context)
{
    private const int MostLoops = 3;

    /// <summary>Loops are arcs over the lanes; the style sheet knows no more lanes.</summary>
    private const int MostLanesWithLoops = 12;

    /// <summary>Boxes on a page; of more every lane shows its first and says how many there are, the table has all.</summary>
    private const int MostBoxes = 1_500;

    public sealed class Input : PictureInput;

    /// <param name="Total">Products of the atlas.</param>
    /// <param name="Made">Those that somebody makes.</param>
    /// <param name="Firms">Firms on the atlas.</param>
    /// <param name="Healths">Products of each health, in the order of <see cref="HealthMark.All"/>.</param>
    /// <param name="Missing">A product was asked for and there is none of that name.</param>
    public sealed record View(
        AtlasHead Head, int Total, int Made, int Firms, IReadOnlyList<HealthCount> Healths, IReadOnlyList<LaneView> Lanes, IReadOnlyList<LoopView> Loops, AtlasProductView? Product, bool Missing);

    /// <param name="Key">null for the products on no stage.</param>
    /// <param name="Products">Those that the filter leaves.</param>
    /// <param name="Hidden">More than a page holds.</param>
    /// <param name="Total">All of the stage.</param>
    public sealed record LaneView(string? Key, string Title, IReadOnlyList<BoxView> Products, int Hidden, int Total, int Firms, IReadOnlyList<HealthCount> Healths);

    /// <param name="IsOwn">The actor's own firm makes it.</param>
    /// <param name="ReturnsTo">Titles of the earlier stages that it goes back to.</param>
    public sealed record BoxView(string Key, string Name, ProductKind Kind, Health Health, string Word, int Makers, bool IsOwn, IReadOnlyList<string> ReturnsTo);

    /// <param name="FromLane">From 0.</param>
    /// <param name="ToLane">From 0; before <paramref name="FromLane"/>.</param>
    public sealed record LoopView(int FromLane, int ToLane, string FromTitle, string ToTitle, IReadOnlyList<string> Products);

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (await shelf.OpenAsync(input.Id, input.Issue, cancellation) is not { } open) return null;
        var analysis = await analyst.OfAsync(open, cancellation);
        var makers = await firms.MakersAsync(open, cancellation);
        var returns = Returns(open);
        var asked = input.Product is { } product ? open.Graph.Find(product) : null;
        var stages = open.Content.Stages.Select(s => ((string?)s.Key, s.Title)).ToList();
        if (open.Content.Nodes.Any(n => n.Stage is null)) stages.Add((null, "未归环节"));
        return new(
            await heads.OfAsync(open, cancellation), open.Content.Nodes.Count, open.Content.Nodes.Count(n => makers.ContainsKey(n.Key)), makers.Values.SelectMany(f => f).Select(f => f.Id).Distinct().Count(),
            Count(open.Content.Nodes), [.. stages.Select(s => Lane(s.Item1, s.Title))], LoopsOf(open, returns), asked is null ? null : await products.OfAsync(open, asked, cancellation), input.Product is not null && asked is null);

        Health HealthOf(AtlasNode node) => analysis.HealthOf(node.Key)?.Health ?? Health.Unknown;

        IReadOnlyList<HealthCount> Count(IReadOnlyCollection<AtlasNode> nodes) => [.. HealthMark.All.Select(h => new HealthCount(h, h.Word(), nodes.Count(n => HealthOf(n) == h)))];

        LaneView Lane(string? key, string title)
        {
            var all = open.Content.Nodes.Where(n => n.Stage == key).ToList();
            var shown = all.Where(n => (input.Stage is null || input.Stage == key) && (input.Health is null || input.Health == HealthOf(n)) && open.Graph.Search.Finds(open.Graph.Products.ByKey(n.Key)!, input.Query)).ToList();
            var most = input.Stage is null && open.Content.Nodes.Count > MostBoxes ? MostBoxes / stages.Count : MostBoxes;
            return new(key, title, [.. shown.Take(most).Select(Box)], Math.Max(0, shown.Count - most), all.Count, all.SelectMany(n => makers.GetValueOrDefault(n.Key) ?? []).Select(f => f.Id).Distinct().Count(), Count(all));
        }

        BoxView Box(AtlasNode node)
        {
            var (at, made) = (HealthOf(node), makers.GetValueOrDefault(node.Key) ?? []);
            return new(node.Key, node.Name, node.Kind, at, at.Word(), made.Count, Actor.OrganisationId is { } own && made.Any(f => f.Id == own), [.. returns.Where(r => r.From == node.Key).Select(r => open.Content.Stages[r.ToLane].Title).Distinct()]);
        }
    }

    /// <summary>Ways back to an earlier stage within a recycling loop: a part that is mounted in an earlier stage is none.</summary>
    private static List<(string From, int FromLane, int ToLane)> Returns(OpenAtlas open)
    {
        var loops = RecyclingLoops.Find([.. open.Content.Nodes.Select(n => n.Key)], open.Graph.Products.Links);
        var loopOf = loops.SelectMany((loop, at) => loop.Products.Select(key => (key, at))).ToDictionary(p => p.key, p => p.at, StringComparer.Ordinal);
        return [.. open.Content.Links.Where(l => l.Meaning.IsFlow()).Select(l => l.Way())
            .Where(w => loopOf.TryGetValue(w.From, out var from) && loopOf.TryGetValue(w.To, out var to) && from == to)
            .Select(w => (w.From, FromLane: open.Graph.LaneOf(open.Graph.Node(w.From)!), ToLane: open.Graph.LaneOf(open.Graph.Node(w.To)!)))
            .Where(w => w.ToLane < w.FromLane).Select(w => (w.From, w.FromLane!.Value, w.ToLane!.Value))];
    }

    private static List<LoopView> LoopsOf(OpenAtlas open, List<(string From, int FromLane, int ToLane)> returns)
    {
        var stages = open.Content.Stages;
        if (stages.Count > MostLanesWithLoops) return [];
        return [.. returns.GroupBy(r => (r.FromLane, r.ToLane))
            .Select(g => new LoopView(g.Key.FromLane, g.Key.ToLane, stages[g.Key.FromLane].Title, stages[g.Key.ToLane].Title, [.. g.Select(r => open.Graph.Node(r.From)!.Name).Distinct()]))
            .OrderByDescending(l => l.Products.Count).ThenBy(l => l.ToLane).ThenBy(l => l.FromLane).Take(MostLoops)];
    }
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Atlases.Analyses;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>An atlas, or the part of it that was asked for, as a layered graph.</summary>
public sealed class ShowGraph(UseCaseContext context, AtlasShelf shelf, AtlasHeads heads, AtlasAnalyst analyst, AtlasFirms firms, GraphDrawings drawings) : Show<ShowGraph.Input, ShowGraph.View>(context)
{
    /// <summary>Products with their names; more are drawn as signs.</summary>
    public const int MostNamed = 1_000;

    /// <summary>Products and links drawn at all; of more only the count is said.</summary>
    public const int MostNodes = 6_000, MostLinks = 30_000;

    public sealed class Input : PictureInput
    {
        /// <summary>How far around the product.</summary>
        [Display(Name = "步数"), Range(0, AtlasSelection.MostSteps)]
        public int? Steps { get; set; }

        [Display(Name = "关系")]
        public LinkChoice? Links { get; set; }

        /// <summary>Per cent of the natural size; 0 fits the width.</summary>
        [Display(Name = "缩放"), Range(0, 400)]
        public int? Zoom { get; set; }
    }

    /// <param name="Total">Products of the atlas.</param>
    /// <param name="Refusal">Why nothing is drawn, in words; null when something is.</param>
    /// <param name="Columns">Columns of the drawing.</param>
    /// <param name="Rows">Rows of the drawing.</param>
    /// <param name="Bands">The stages over the columns.</param>
    /// <param name="Centre">Key of the product around which it was cut.</param>
    /// <param name="CrossingsBefore">Crossing links had the products stayed in the atlas's order.</param>
    /// <param name="Crossings">Crossing links of the layered layout.</param>
    /// <param name="PerStage">Products of each stage, where too many were asked for.</param>
    public sealed record View(
        AtlasHead Head, int Total, string? Refusal, IReadOnlyList<NodeView> Nodes, IReadOnlyList<LinkView> Links, IReadOnlyList<BandView> Bands, int Columns, double Rows, string? Centre, long CrossingsBefore, long Crossings,
        IReadOnlyList<StageCount> PerStage);

    /// <param name="Stage">Title; null on none.</param>
    /// <param name="Word">断, 弱, 稳, 强 or 未知.</param>
    /// <param name="Makers">Firms that make it.</param>
    /// <param name="IsFound">The search found it; others are its neighbours.</param>
    public sealed record NodeView(string Key, string Name, string? Stage, string Kind, Health Health, string Word, int Makers, int Column, double Row, bool IsFound);

    /// <param name="From">Where the material comes from.</param>
    /// <param name="To">Where it goes; for likeness the other.</param>
    /// <param name="Course">How it runs.</param>
    public sealed record LinkView(string From, string To, LinkMeaning Meaning, LinkCourse Course);

    public sealed record BandView(string? Stage, int First, int Last);

    public sealed record StageCount(string? Key, string Title, int Products);

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (await shelf.OpenAsync(input.Id, input.Issue, cancellation) is not { } open) return null;
        var head = await heads.OfAsync(open, cancellation);
        var analysis = await analyst.OfAsync(open, cancellation);
        Health HealthOf(string key) => analysis.HealthOf(key)?.Health ?? Health.Unknown;
        var selection = AtlasSelection.Of(open.Graph, HealthOf, input);
        if (Refusal(open, input, selection) is { } refusal)
            return new(head, open.Content.Nodes.Count, refusal, [], [], [], 0, 0, selection.Centre?.Key, 0, 0, PerStage(open.Content, selection.Nodes));
        var makers = (await firms.MakersAsync(open, cancellation)).ToDictionary(p => p.Key, p => p.Value.Count, StringComparer.Ordinal);
        return Draw(head, open.Graph, selection, drawings.Of(open.Graph, selection, input), HealthOf, makers);
    }

    internal static View Draw(AtlasHead head, AtlasGraph graph, AtlasSelection selection, GraphDrawing drawing, Func<string, Health> healthOf, IReadOnlyDictionary<string, int> makers)
    {
        var nodes = selection.Nodes.Select(n =>
        {
            var ((column, row), health) = (drawing.Nodes[n.Key], healthOf(n.Key));
            return new NodeView(n.Key, n.Name, graph.TitleOf(n.Stage), n.Kind.Title(), health, health.Word(), makers.GetValueOrDefault(n.Key), column, row, selection.Found.Contains(n.Key));
        });
        var links = selection.Links.Select(l =>
        {
            var (from, to) = l.Way();
            return new LinkView(from, to, l.Meaning, CourseOf(drawing.Nodes[from].Column, drawing.Nodes[to].Column));
        });
        return new(
            head, graph.Content.Nodes.Count, null, [.. nodes], [.. links], [.. drawing.Stages.Select(s => new BandView(s.Stage, s.First, s.Last))], drawing.Columns, drawing.Rows, selection.Centre?.Key, drawing.CrossingsBefore,
            drawing.Crossings, []);
    }

    internal static string? Refusal(int nodes, int links)
        => nodes > MostNodes ? $"符合条件的产品有 {nodes} 种，一张图最多画 {MostNodes} 种。请按环节、健康度或某个产品周围的步数缩小范围。"
            : links > MostLinks ? $"符合条件的关系有 {links} 条，一张图最多画 {MostLinks} 条。请按环节、关系类别或某个产品周围的步数缩小范围。"
            : null;

    private static string? Refusal(OpenAtlas open, Input input, AtlasSelection selection)
        => input.Product is not null && selection.Centre is null ? $"图谱里没有名为“{input.Product}”的产品，请换一个名称、别称或牌号。"
            : open.Content.Nodes.Count == 0 ? "图谱里还没有产品。"
            : selection.Nodes.Count == 0 ? "没有符合条件的产品，请放宽条件。"
            : Refusal(selection.Nodes.Count, selection.Links.Count);

    private static LinkCourse CourseOf(int from, int to) => from < to ? LinkCourse.Forward : from == to ? LinkCourse.Beside : LinkCourse.Back;

    private static List<StageCount> PerStage(AtlasContent content, IReadOnlyList<AtlasNode> nodes)
    {
        var counts = nodes.GroupBy(n => n.Stage ?? "", StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return [.. content.Stages.Where(s => counts.ContainsKey(s.Key)).Select(s => new StageCount(s.Key, s.Title, counts[s.Key]))];
    }
}

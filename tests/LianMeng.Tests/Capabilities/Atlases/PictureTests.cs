using System.Xml.Linq;
using LianMeng.Capabilities.Atlases;
using LianMeng.Capabilities.Atlases.Pictures;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Tests.Capabilities.Atlases;

/// <summary>Drawings without a database: whatever people call their products, whatever loops, and never without an end.</summary>
public sealed class PictureTests
{
    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "]]>&amp;&lt;", "'\" onload='x'", "铝\u0000合\u0007金\uD800锭", "👨‍👩‍👧‍👦🏭 电池", new string('铝', 60), "ＡＤＣ１２ / 6061-T6 with a rather long latin name indeed, sixty ch", "a\nb\tc", "\uFFFE",
    ];

    [Fact]
    public void Whatever_products_are_called_the_drawing_is_well_formed_and_says_their_names()
    {
        var nodes = Hostile.Select((name, i) => new AtlasNode { Key = i == 0 ? "javascript:alert(1)//\"'<>" : $"k{i}", Name = name, Stage = i % 4 == 3 ? null : $"s{i % 3}" }).ToList();
        var keys = nodes.ConvertAll(n => n.Key);
        // a ring through all of them, and each other kind of link
        var links = keys.Select((key, i) => new AtlasLink(key, keys[(i + 1) % keys.Count], LinkMeaning.InputOf))
            .Concat(keys.Take(5).Select((key, i) => new AtlasLink(key, keys[i + 3], (LinkMeaning)(i % 3 + 1)))).ToList();
        var graph = new AtlasGraph(new([.. Enumerable.Range(0, 3).Select(i => new AtlasStage($"s{i}", Hostile[i]))], nodes, links));
        var health = HealthMark.All;
        ShowGraph.View Draw() => View(graph, new(), key => health[keys.IndexOf(key) % health.Count]);
        foreach (var frame in new GraphSvg.Frame[] { new("g", null, 100, true), new("g", key => $"/atlases/x/products/{Uri.EscapeDataString(key)}", 0, false) })
        {
            var svg = GraphSvg.Write(Draw(), frame);
            Assert.Equal(svg, GraphSvg.Write(Draw(), frame)); // the same every time
            var drawn = XDocument.Parse(svg);
            Assert.DoesNotContain(drawn.Descendants(), e => e.Name.LocalName is "script" or "foreignObject" or "img" or "style");
            Assert.DoesNotContain(drawn.Descendants().SelectMany(e => e.Attributes()), a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
            Assert.All(drawn.Descendants().Attributes("href"), a => Assert.StartsWith("/atlases/x/products/", a.Value, StringComparison.Ordinal));
            var titles = drawn.Descendants().Where(e => e.Name.LocalName == "title").Select(e => e.Value).ToList();
            Assert.Contains(titles, t => t.StartsWith("<script>alert(1)</script>：", StringComparison.Ordinal));
            Assert.Contains(titles, t => t.StartsWith(new string('铝', 60), StringComparison.Ordinal));
            Assert.All(HealthMark.All, h => Assert.Contains(titles, t => t.Contains($"健康度 {h.Word()}", StringComparison.Ordinal)));
            Assert.Equal(links.Count, drawn.Descendants().Count(e => e.Attribute("data-ends") is not null));
            // each kind of line is told from the others without colour
            Assert.Equal(4, drawn.Descendants().Where(e => e.Name.LocalName == "g" && e.Elements().Any(c => c.Attribute("data-ends") is not null)).Select(e => (string?)e.Attribute("stroke-dasharray")).Distinct().Count());
        }

        var named = View(graph, new(), _ => Health.Unknown).Links;
        Assert.Contains(named, l => l.Course == LinkCourse.Back);
        Assert.Equal(["铝铝铝", "铝铝…"], SvgText.Lines(new string('铝', 9), 3, 2));
        Assert.Equal("👨‍👩‍👧‍👦…", SvgText.Lines("👨‍👩‍👧‍👦🏭🏭🏭", 2, 1)[0]);

        var flows = Hostile.Take(5).Select((name, i) => new ShowFlows.FlowView($"k{i}", name, i % 2, $"k{(i + 1) % 5}", Hostile[(i + 1) % 5], (i + 1) % 2, new(i % 2 == 0 ? 5 : null, i % 2 == 0 ? null : 10, i % 2 == 0 ? null : 30, false, "吨"))).ToList();
        var sankey = XDocument.Parse(SankeySvg.Write(Hostile[0], flows, "s"));
        Assert.DoesNotContain(sankey.Descendants(), e => e.Name.LocalName is "script" or "img");
        Assert.Equal(2, sankey.Descendants().Count(e => (string?)e.Attribute("fill") == "url(#s-band)"));
    }

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(40, 200, 1)]
    [InlineData(300, 900, 8)]
    [InlineData(5_000, 15_000, 10)]
    public void Every_product_has_its_own_place_within_the_columns_of_its_stage(int count, int linkCount, int stages)
    {
        var graph = new AtlasGraph(Content(count, linkCount, stages));
        var view = View(graph, new(), _ => Health.Unknown);
        Assert.Equal(count, view.Nodes.Count);
        Assert.Equal(graph.Content.Links.Count, view.Links.Count);
        foreach (var column in view.Nodes.GroupBy(n => n.Column))
        {
            var rows = column.Select(n => n.Row).Order().ToList();
            Assert.InRange(rows[0], -1e-6, view.Rows);
            Assert.True(rows[^1] <= view.Rows - 1 + 1e-6);
            Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(pair.Second - pair.First > 1 - 1e-6));
        }

        foreach (var band in view.Bands)
            Assert.All(view.Nodes.Where(n => n.Column >= band.First && n.Column <= band.Last), n => Assert.Equal(band.Stage, n.Stage));
        // no taller than half as much again as a sheet of so many
        Assert.True(view.Rows <= Math.Max(18, 1.6 * Math.Sqrt(count)) * 1.5 + 1);
        XDocument.Parse(GraphSvg.Write(view, new("g", key => "/" + key, 50, false)));
    }

    [Fact]
    public void Too_many_are_refused_in_words_and_never_drawn()
    {
        Assert.Null(ShowGraph.Refusal(5_000, 15_000));
        Assert.Contains("符合条件的产品有 10001 种，一张图最多画 6000 种。请按环节", ShowGraph.Refusal(10_001, 0), StringComparison.Ordinal);
        Assert.Contains("最多画 30000 条", ShowGraph.Refusal(5_000, 30_001), StringComparison.Ordinal);
        Assert.Contains("最多 10000 个", Assert.Single(Content(10_001, 0, 3).Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_selection_is_what_lies_so_many_steps_around_and_what_the_search_finds_with_its_neighbours()
    {
        AtlasLink[] links = [new("a", "b", LinkMeaning.InputOf), new("b", "c", LinkMeaning.InputOf), new("c", "d", LinkMeaning.ByProductOf), new("d", "a", LinkMeaning.SubstituteOf), new("c", "c2", LinkMeaning.InputOf)];
        AtlasNode[] nodes = [.. new[] { ("a", "氧化铝"), ("b", "电解铝"), ("c", "铝合金锭"), ("d", "废铝"), ("c2", "压铸件") }.Select(n => new AtlasNode { Key = n.Item1, Name = n.Item2 })];
        var graph = new AtlasGraph(new([], nodes, links));
        Assert.Equal("a b d", Keys(new() { Product = "氧化铝", Steps = 1 }));
        Assert.Equal("a b", Keys(new() { Product = "a", Steps = 1, Links = LinkChoice.Inputs }));
        Assert.Equal("a b c d", Keys(new() { Product = "氧化铝", Steps = 2 }));
        Assert.Equal("b c d c2", Keys(new() { Query = "lhjd" }));
        Assert.Equal("c", Keys(new() { Health = Health.Weak }));
        Assert.Equal("", Keys(new() { Stage = "没有" }));

        string Keys(ShowGraph.Input input) => string.Join(' ', AtlasSelection.Of(graph, key => key == "c" ? Health.Weak : Health.Unknown, input).Nodes.Select(n => n.Key));
    }

    [Fact]
    public void Bands_are_as_thick_as_their_amounts_and_nodes_as_high_as_their_bands()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            var nodes = Enumerable.Range(0, random.Next(1, 14)).Select(i => new SankeyLayout.Node($"n{i}")).ToList();
            // loops, and bands from a node to itself
            var flows = Enumerable.Range(0, random.Next(0, 30)).Select(_ => new SankeyLayout.Flow($"n{random.Next(nodes.Count)}", $"n{random.Next(nodes.Count)}", random.Next(1, 10_000) / 7.0)).DistinctBy(f => (f.From, f.To)).ToList();
            var drawing = SankeyLayout.Draw(nodes, flows, 520);
            Assert.Equal(drawing.Nodes, SankeyLayout.Draw(nodes, flows, 520).Nodes);
            Assert.All(flows.Zip(drawing.Flows), f => Assert.Equal(f.First.Value * drawing.Scale, f.Second.Thick, 6));
            foreach (var node in drawing.Nodes)
            {
                var leaves = drawing.Flows.Where(f => f.From == node.Key).OrderBy(f => f.FromTop).Select(f => (Top: f.FromTop, f.Thick)).ToList();
                var arrives = drawing.Flows.Where(f => f.To == node.Key).OrderBy(f => f.ToTop).Select(f => (Top: f.ToTop, f.Thick)).ToList();
                Assert.Equal(Math.Max(leaves.Sum(f => f.Thick), arrives.Sum(f => f.Thick)), node.Height, 6);
                foreach (var side in new[] { leaves, arrives })
                {
                    // one below the other from the top of the node on, without gap and without overlap
                    var at = node.Top;
                    foreach (var (top, thick) in side)
                    {
                        Assert.Equal(at, top, 6);
                        at += thick;
                    }
                }
            }

            foreach (var column in drawing.Nodes.GroupBy(n => n.Column).Select(g => g.OrderBy(n => n.Top).ToList()))
                Assert.All(column.Zip(column.Skip(1)), pair => Assert.True(pair.First.Top + pair.First.Height < pair.Second.Top));
            var bottom = drawing.Nodes.Max(n => n.Top + n.Height);
            Assert.All(drawing.Flows.Where(f => f.BackTop is not null), f => Assert.True(f.BackTop > bottom && f.BackTop + Math.Min(SankeyLayout.MostBack, f.Thick) <= drawing.Height));
            // the largest band of all leads on, unless it leads to itself
            if (flows.Where(f => f.From != f.To).MaxBy(f => f.Value) is { } largest) Assert.Null(drawing.Flows[flows.IndexOf(largest)].BackTop);
            var columns = drawing.Nodes.ToDictionary(n => n.Key, n => n.Column);
            Assert.All(drawing.Flows, f => Assert.Equal(columns[f.To] <= columns[f.From], f.BackTop is not null));
        }

        Assert.Throws<ArgumentException>(() => SankeyLayout.Draw([new("a")], [new("a", "b", 1)], 100));
        Assert.Throws<ArgumentException>(() => SankeyLayout.Draw([new("a"), new("b")], [new("a", "b", double.NaN)], 100));
    }

    /// <summary>The whole of a product is shown elsewhere: beside one hidden part no other part is exact, or the hidden one is the difference.</summary>
    [Fact]
    public void With_one_part_hidden_no_part_of_a_product_is_exact_except_the_viewers_own()
    {
        var firms = Enumerable.Range(0, 8).Select(_ => Guid.CreateVersion7()).ToArray();
        Assert.Equal("1234 567", Shown(Viewer.Stranger, (1234, firms[..3]), (567, firms[3..6])));
        Assert.Equal("band band band", Shown(Viewer.Stranger, (1234, firms[..5]), (567, firms[5..6]), (8910, firms[..4])));
        Assert.Equal("band 567", Shown(Viewer.Of([firms[5]]), (1234, firms[..2]), (567, firms[5..6])));
        Assert.Equal("1234 567", Shown(Viewer.Of([firms[5]]), (1234, firms[..5]), (567, firms[5..6])));

        static string Shown(Viewer viewer, params (decimal Figure, Guid[] Buyers)[] parts)
            => string.Join(' ', AtlasFlows.Guarded([.. parts.Select((p, i) => ($"{i}", new GuardedAmount(p.Figure, BuyerSet.Of(p.Buyers), "吨"), (IReadOnlyList<Guid>)p.Buyers))], viewer).Select(p => p.Amount.For(viewer).Exact?.ToString("0") ?? "band"));
    }

    private static AtlasContent Content(int nodes, int links, int stages)
    {
        var random = new Random(nodes);
        var found = new Dictionary<(string, string), AtlasLink>();
        while (found.Count < links)
        {
            // mostly onwards, some back
            var (from, to) = (random.Next(nodes), random.Next(nodes));
            if (from == to) continue;
            if (random.Next(10) > 0 && from > to) (from, to) = (to, from);
            found.TryAdd(($"k{from}", $"k{to}"), new($"k{from}", $"k{to}", random.Next(10) == 0 ? LinkMeaning.SubstituteOf : LinkMeaning.InputOf));
        }

        return new(
            [.. Enumerable.Range(0, stages).Select(i => new AtlasStage($"s{i}", $"环节{i}"))],
            [.. Enumerable.Range(0, nodes).Select(i => new AtlasNode { Key = $"k{i}", Name = $"产品{i}", Stage = $"s{i * stages / nodes}" })], [.. found.Values]);
    }

    private static ShowGraph.View View(AtlasGraph graph, ShowGraph.Input input, Func<string, Health> healthOf)
    {
        var head = new AtlasHead(Guid.Empty, Hostile[0], Hostile[1], Hostile[2], null, 1, "第 1 期", null, new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc), [], false, null, graph.Content.Stages);
        var selection = AtlasSelection.Of(graph, healthOf, input);
        return ShowGraph.Draw(head, graph, selection, GraphDrawing.Of(graph, selection.Nodes, selection.Links), healthOf, new Dictionary<string, int>());
    }
}

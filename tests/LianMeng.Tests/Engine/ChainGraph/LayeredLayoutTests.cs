using LianMeng.Engine.ChainGraph;

namespace LianMeng.Tests.Engine.ChainGraph;

/// <summary>Crossings against every pair of lines; what a reader relies on: columns by stage, links to the right, loops round below, nothing on top of another.</summary>
public sealed class LayeredLayoutTests
{
    [Fact]
    public void On_generated_graphs()
    {
        var (before, after, loops) = (0L, 0L, 0);
        for (var seed = 0; seed < 200; seed++)
        {
            var (nodes, links) = Case(seed, 40);
            var drawing = LayeredLayout.Draw(nodes, links);
            var at = drawing.Nodes.ToDictionary(n => n.Key);
            Assert.Equal(nodes.Select(n => n.Key), drawing.Nodes.Select(n => n.Key));
            foreach (var column in drawing.Nodes.GroupBy(n => n.Layer))
            {
                var heights = column.Select(n => n.Y).Order().ToList();
                Assert.All(heights.Zip(heights.Skip(1)), pair => Assert.True(pair.Second - pair.First > 0.999));
            }

            foreach (var (a, b) in from a in nodes from b in nodes where a.Stage < b.Stage select (a, b)) Assert.True(at[a.Key].Layer < at[b.Key].Layer);
            for (var i = 0; i < links.Length; i++)
            {
                var (link, points) = (drawing.Links[i], drawing.Links[i].Points);
                Assert.Equal(links[i], (link.From, link.To));
                Assert.Equal((at[link.From].X, at[link.From].Y, at[link.To].X, at[link.To].Y), (points[0].X, points[0].Y, points[^1].X, points[^1].Y));
                Assert.Equal(Math.Sign(at[link.To].X - at[link.From].X), link.Course switch { LinkCourse.Forward => 1, LinkCourse.Beside => 0, _ => -1 });
                if (link.Course == LinkCourse.Forward) Assert.Equal(Enumerable.Range(at[link.From].Layer, points.Count), points.Select(p => (int)p.X));
                if (link.Course != LinkCourse.Back) continue;
                loops++;
                Assert.True(points.Max(p => p.Y) > drawing.Nodes.Max(n => n.Y) + 0.9);
            }

            var pieces = drawing.Links.Where(l => l.Course == LinkCourse.Forward).SelectMany(l => l.Points.Zip(l.Points.Skip(1))).ToList();
            var crossings = 0L;
            for (var i = 0; i < pieces.Count; i++)
                for (var j = i + 1; j < pieces.Count; j++)
                    if (pieces[i].First.X == pieces[j].First.X && Far(pieces[i].First.Y - pieces[j].First.Y) * Far(pieces[i].Second.Y - pieces[j].Second.Y) < 0) crossings++;
            Assert.Equal(crossings, drawing.Crossings);
            Assert.True(drawing.Crossings <= drawing.CrossingsBefore);
            (before, after) = (before + drawing.CrossingsBefore, after + drawing.Crossings);
            var again = LayeredLayout.Draw(nodes, links);
            Assert.Equal(drawing.Nodes, again.Nodes);
        }

        Assert.True(loops > 100 && after * 2 < before, $"{loops} loops, {before} → {after} crossings");

        static double Far(double distance) => Math.Abs(distance) < 0.1 ? 0 : distance;
    }

    [Fact]
    public void A_recycling_loop_keeps_its_stages()
    {
        var drawing = LayeredLayout.Draw([new("原铝", 1), new("铝合金", 2), new("压铸件", 3), new("废铝", 4), new("再生铝", 1)],
            [("原铝", "铝合金"), ("铝合金", "压铸件"), ("压铸件", "废铝"), ("废铝", "再生铝"), ("再生铝", "铝合金")]);
        Assert.Equal([0, 1, 2, 3, 0], drawing.Nodes.Select(n => n.Layer));
        Assert.Equal(["废铝"], drawing.Links.Where(l => l.Course == LinkCourse.Back).Select(l => l.From));
        Assert.Equal(0, drawing.Crossings);
    }

    [Fact]
    public void Within_a_stage_links_run_to_the_right_too()
    {
        var drawing = LayeredLayout.Draw([new("铝土矿", 0), new("氧化铝", 1), new("铝板带", 3), new("铝箔坯料", 3), new("铝箔", 3)], [("铝土矿", "氧化铝"), ("铝板带", "铝箔坯料"), ("铝箔坯料", "铝箔")]);
        Assert.Equal([0, 1, 2, 3, 4], drawing.Nodes.Select(n => n.Layer));
        Assert.All(drawing.Links, l => Assert.Equal(LinkCourse.Forward, l.Course));
        Assert.Throws<ArgumentException>(() => LayeredLayout.Draw([new("a", int.MaxValue)], []));
    }

    [Fact]
    public void Size_is_bounded_and_deep_graphs_end()
    {
        string[] keys = [.. Enumerable.Range(0, 20_001).Select(i => $"{i}")];
        Assert.Contains("请先筛选", Assert.Throws<ArgumentException>(() => LayeredLayout.Draw([.. keys.Select(k => new LayoutNode(k))], [])).Message);
        // a path with a link from everybody to its end, and back
        LayoutNode[] path = [.. keys[..5000].Select(k => new LayoutNode(k))];
        var links = Enumerable.Range(0, 4999).Select(i => (keys[i], keys[i + 1])).Concat(Enumerable.Range(0, 4998).Select(i => (keys[i], keys[4999]))).Append((keys[4999], keys[0])).ToArray();
        var drawing = LayeredLayout.Draw(path, links);
        Assert.Equal(4999, drawing.Width);
        Assert.Single(drawing.Links, l => l.Course == LinkCourse.Back);
        Assert.Throws<ArgumentException>(() => LayeredLayout.Draw([new("a")], [("a", "a")]));
        Assert.Throws<ArgumentException>(() => LayeredLayout.Draw([new("a"), new("a")], []));
        Assert.Throws<ArgumentException>(() => LayeredLayout.Draw([new("a")], [("a", "b")]));
        Assert.Empty(LayeredLayout.Draw([], []).Nodes);
    }

    static (LayoutNode[] Nodes, (string From, string To)[] Links) Case(int seed, int most)
    {
        var random = new Random(seed);
        var count = random.Next(2, most);
        var nodes = Enumerable.Range(0, count).Select(i => new LayoutNode($"{i}", seed % 3 == 0 || (seed % 3 == 1 && random.Next(2) == 0) ? random.Next(6) : null)).ToArray();
        var links = Enumerable.Range(0, random.Next(2 * count)).Select(_ => (From: random.Next(count), To: random.Next(count))).Where(l => l.From != l.To).Distinct().Select(l => ($"{l.From}", $"{l.To}")).ToArray();
        return (nodes, links);
    }
}

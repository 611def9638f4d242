using System.Globalization;
using System.Text;
using System.Xml.Linq;
using LianMeng.Capabilities.Atlases;
using LianMeng.Capabilities.Atlases.Files;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Engine.ChainGraph;
using LianMeng.Tests.Engine.Standards;

namespace LianMeng.Tests.Capabilities.Atlases;

/// <summary>An atlas leaves as a file and comes back as the same; what is no atlas is refused in words.</summary>
public sealed class AtlasFileTests
{
    private static readonly ChainBackbones Backbones = new();

    private static AtlasContent Aluminium { get; } = AtlasSource.Of(Backbones.Find("aluminium")!, Backbones.Graph);

    /// <summary>Names as nobody should choose them, and every field filled.</summary>
    private static AtlasContent Hostile { get; } = new(
        [new("s1", "上游 <一>"), new("s2", "下游 & “二”")],
        [
            new() { Key = "a", Name = "<script>alert(1)</script>", Aliases = ["a&b", "\"引号\""], Kind = ProductKind.Material, Stage = "s1", Unit = "吨", TaxCode = "1080501010000000000", ReferencePrice = 12.5m, Source = "年鉴 2025", AsOf = new(2026, 1, 2) },
            new() { Key = "b", Name = "=1+1", Kind = ProductKind.ByProduct, Stage = "s2" },
            new() { Key = "c", Name = "🔩螺栓", Kind = ProductKind.Equipment },
        ],
        [
            new("a", "b", LinkMeaning.InputOf, 1.928m, "t/t", 0.25m, "某书，2024", new(2025, 6, 30)), new("b", "a", LinkMeaning.ByProductOf), new("c", "a", LinkMeaning.SubstituteOf), new("c", "b", LinkMeaning.KindOf), new("b", "c", LinkMeaning.InputOf),
        ]);

    [Fact]
    public async Task Every_form_of_file_gives_back_what_was_written()
    {
        foreach (var content in new[] { Aluminium, Hostile })
        {
            foreach (var (name, write) in new (string, Func<Stream, AtlasContent, CancellationToken, Task>)[] { ("图谱.xlsx", AtlasTables.WriteAsync), ("图谱.json", AtlasJson.WriteAsync), ("图谱.graphml", AtlasGraphMl.WriteAsync) })
            {
                using var file = new MemoryStream();
                await write(file, content, CancellationToken.None);
                var back = AtlasFile.Read(file, name);
                var diff = AtlasDiff.Of(content, back);
                Assert.True(diff.IsEmpty, $"{name}: {diff.Summary} {string.Join("; ", diff.Nodes.Concat(diff.Links).Take(3))}");
                if (name.EndsWith("graphml", StringComparison.Ordinal)) Assert.Equal(content.Stages.Where(s => content.Nodes.Any(n => n.Stage == s.Key)), back.Stages);
                else Assert.Equal(content.Stages, back.Stages);
            }
        }
    }

    [Fact]
    public async Task GraphML_is_what_an_independent_reader_expects()
    {
        using var file = new MemoryStream();
        await AtlasGraphMl.WriteAsync(file, Hostile, CancellationToken.None);
        file.Position = 0;
        // Not our reader: names and attributes as the GraphML primer states them, and as Gephi and yEd look for them.
        XNamespace space = "http://graphml.graphdrawing.org/xmlns";
        var root = XDocument.Load(file).Root!;
        Assert.Equal(space + "graphml", root.Name);
        var graph = root.Element(space + "graph")!;
        Assert.Equal("directed", graph.Attribute("edgedefault")!.Value);
        var keys = root.Elements(space + "key").ToDictionary(k => k.Attribute("id")!.Value);
        Assert.All(keys.Values, k => Assert.Contains(k.Attribute("attr.type")!.Value, new[] { "string", "int", "double" }));
        var nodes = graph.Elements(space + "node").ToList();
        Assert.Equal(Hostile.Nodes.Select(n => n.Key), nodes.Select(n => n.Attribute("id")!.Value));
        Assert.Equal(Hostile.Nodes.Select(n => n.Name), nodes.Select(n => n.Elements(space + "data").Single(d => keys[d.Attribute("key")!.Value].Attribute("attr.name")!.Value == "label").Value));
        Assert.All(graph.Descendants(space + "data"), d => Assert.Equal(d.Parent!.Name.LocalName, keys[d.Attribute("key")!.Value].Attribute("for")!.Value));
        var ids = nodes.Select(n => n.Attribute("id")!.Value).ToHashSet();
        Assert.All(graph.Elements(space + "edge"), e => Assert.True(ids.Contains(e.Attribute("source")!.Value) && ids.Contains(e.Attribute("target")!.Value)));
    }

    [Fact]
    public void A_file_of_yEd_is_read_by_its_labels()
    {
        var content = Read("铝.graphml", """
            <?xml version="1.0" encoding="UTF-8"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml"><key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>
            <graph edgedefault="directed" id="G"><node id="n0"><data key="d6"><y:ShapeNode><y:Geometry height="30"/><y:NodeLabel>铝土矿</y:NodeLabel></y:ShapeNode></data></node><node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>氧化铝</y:NodeLabel></y:ShapeNode></data></node>
            <edge id="e0" source="n1" target="n0"><data key="d10"><y:PolyLineEdge><y:EdgeLabel>上游材料</y:EdgeLabel></y:PolyLineEdge></data></edge></graph></graphml>
            """);
        Assert.Equal(["铝土矿", "氧化铝"], content.Nodes.Select(n => n.Name));
        Assert.Equal(new AtlasLink("n0", "n1", LinkMeaning.InputOf), Assert.Single(content.Links));
    }

    [Fact]
    public void A_bare_table_of_relations_is_enough_and_known_products_keep_their_keys()
    {
        var content = Read("关系.csv", "起点,关系,终点\n铝轮毂,上游材料,铝合金锭\n铝合金锭,下游产品,压铸件\n压铸件,产品小类,压铸端盖\n");
        Assert.Equal(["铝轮毂", "铝合金锭", "压铸件", "压铸端盖"], content.Nodes.Select(n => n.Name));
        Assert.Equal(
            [("铝合金锭", "铝轮毂", LinkMeaning.InputOf), ("铝合金锭", "压铸件", LinkMeaning.InputOf), ("压铸端盖", "压铸件", LinkMeaning.KindOf)],
            content.Links.Select(l => (l.From, l.To, l.Meaning)));
        var ingot = Aluminium.Nodes.Single(n => n.Name == "铝合金锭").Key;
        Assert.Contains(content.WithKeysOf(Aluminium).Links, l => l.From == ingot && l.To == "铝轮毂");
    }

    [Theory]
    [InlineData("a.csv", "起点,关系,终点\n铝,投入,铝\n", "不能与自己相联")]
    [InlineData("a.csv", "起点,关系,终点,单耗\n铝,投入,轮毂,-1\n", "不能为负数")]
    [InlineData("a.csv", "起点,关系,终点,单耗\n铝,投入,轮毂,很多\n", "不是数字")]
    [InlineData("a.csv", "起点,关系,终点,占比\n铝,投入,轮毂,90%\n镁,投入,轮毂,90%\n", "占比合计 180%")]
    [InlineData("a.csv", "起点,关系,终点,单耗\n铝,投入,轮毂,1\n铝,投入,轮毂,2\n", "重复")]
    [InlineData("a.csv", "起点,关系,终点\n铝,恋爱,轮毂\n", "“恋爱”不认识")]
    [InlineData("a.csv", "起点,关系,终点\n铝,投入,\n", "缺少终点")]
    [InlineData("a.csv", "姓名,电话\n张三,123\n", "没有找到产品表或关系表")]
    [InlineData("a.csv", "代号,名称\n1,ＡＤＣ１２\n2,ADC12\n", "同名")]
    [InlineData("a.csv", "名称,参考价\n铝锭,20000\n", "没有来源")]
    [InlineData("a.csv", "名称,类别\n铝锭,宠物\n", "类别“宠物”不认识")]
    [InlineData("a.json", """{"nodes":[{"key":"a","name":"甲"},{"key":"a","name":"乙"}]}""", "代号“a”重复")]
    [InlineData("a.json", """{"nodes":[{"key":"a","name":"甲"}],"links":[{"from":"a","to":"b","meaning":"InputOf"}]}""", "不存在的产品“b”")]
    [InlineData("a.json", """{"nodes":[{"key":"a","name":"甲"}],"links":[{"from":"a","to":"b","meaning":"Loves"}]}""", "JSON 读不出来")]
    [InlineData("a.json", """{"nodes":[{"key":"a","name":"甲","stage":"x"}],"links":null""", "JSON 读不出来：第 1 行")]
    [InlineData("a.json", "{}", "没有任何产品")]
    [InlineData("a.graphml", "<graphml><graph><node id=\"a\"></graph></graphml>", "读不出来")]
    [InlineData("a.graphml", "<svg/>", "不是 GraphML")]
    [InlineData("a.graphml", "<!DOCTYPE x [<!ENTITY y \"z\">]><graphml/>", "读不出来")]
    [InlineData("a.txt", "", "文件是空的")]
    public void What_is_no_atlas_or_contradicts_itself_is_refused_in_words(string name, string text, string words)
        => Assert.Contains(words, Assert.Throws<AtlasFileException>(() => Read(name, text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Rings_of_inputs_are_taken_and_drawn_and_a_million_nodes_are_refused_while_they_are_read()
    {
        var ring = Read("环.csv", "起点,关系,终点\n" + string.Join('\n', Enumerable.Range(0, 2000).Select(i => $"环{i},投入,环{(i + 1) % 2000}")));
        Assert.Equal((2000, 2000), (ring.Nodes.Count, ring.Links.Count));
        var graph = new AtlasGraph(ring);
        Assert.Single(RecyclingLoops.Find([.. ring.Nodes.Select(n => n.Key)], graph.Products.Links));

        using var endless = new MemoryStream();
        using (var writer = new StreamWriter(endless, leaveOpen: true))
        {
            writer.Write("<graphml><graph>");
            for (var i = 0; i < 1_000_000; i++) writer.Write(string.Create(CultureInfo.InvariantCulture, $"<node id=\"{i}\"/>"));
            writer.Write("</graph></graphml>");
        }

        Assert.Contains("超过 10000 个", Assert.Throws<AtlasFileException>(() => AtlasFile.Read(endless, "多.graphml")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_real_table_gives_an_atlas_from_a_product_and_so_many_steps()
    {
        var file = TestTable.PathOf("chain/aluminium_edges.tsv");
        using var relations = File.OpenRead(file);
        // Straight from the file, as the oracle: breadth first over its lines.
        var lines = File.ReadLines(file).Skip(1).Select(l => l.Split('\t')).Select(c => (From: c[0], To: c[2])).ToList();
        var near = new HashSet<string> { "铝" };
        for (var hop = 0; hop < 3; hop++) near.UnionWith([.. lines.Where(l => near.Contains(l.From) || near.Contains(l.To)).SelectMany(l => new[] { l.From, l.To })]);
        var atlas = AtlasFile.Read(relations, "aluminium_edges.tsv", ("铝", 3));
        Assert.InRange(near.Count, 100, AtlasContent.MostNodes);
        Assert.InRange(atlas.Nodes.Count, near.Count * 95 / 100, near.Count);
    }

    [Fact]
    public void A_real_classification_gives_an_atlas_of_kinds()
    {
        using var classes = File.OpenRead(TestTable.PathOf("taxonomy/tax_goods_services.tsv"));
        var atlas = AtlasFile.Read(classes, "tax_goods_services.tsv", ("再生铝", 3));
        Assert.Contains(atlas.Nodes, n => n.Name == "原铝（电解铝）");
        Assert.All(atlas.Links, l => Assert.Equal(LinkMeaning.KindOf, l.Meaning));
    }

    private static AtlasContent Read(string name, string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return AtlasFile.Read(file, name);
    }
}

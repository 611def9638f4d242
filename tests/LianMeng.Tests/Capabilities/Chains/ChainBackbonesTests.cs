using LianMeng.Capabilities.Chains.Public;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Tests.Capabilities.Chains;

/// <summary>The chains as the program reads them, and what it says of tables that contradict themselves.</summary>
public sealed class ChainBackbonesTests
{
    private static readonly ChainBackbones Real = new();

    [Fact]
    public void All_chains_are_loaded_into_one_graph()
    {
        Assert.Equal(["equipment", "electronics", "energy", "aluminium"], Real.All.Select(c => c.Key));
        Assert.Equal(Real.Graph.Products.Count, Real.All.Sum(c => c.Products.Count(p => c.Owns(p.Key))));
        foreach (var chain in Real.All)
        {
            Assert.Same(chain, Real.Find(chain.Key));
            Assert.All(chain.Products, p => Assert.Equal(chain.Stages[chain.LaneOf(p.Key)].Key, chain.StageOf(p.Key)));
            Assert.Equal(chain.Products.Select(p => chain.LaneOf(p.Key)), chain.Products.Select(p => chain.LaneOf(p.Key)).Order());
            Assert.InRange(chain.Stages.Count, 2, 12); // as many lanes as the style sheet knows
        }

        Assert.Null(Real.Find("no-chain"));
    }

    [Fact]
    public void A_product_of_another_chain_may_stand_on_a_lane()
    {
        var (energy, equipment) = (Real.Find("energy")!, Real.Find("equipment")!);
        var battery = Real.Graph.ByKey("lithium-battery")!;
        Assert.Contains(battery, energy.Products);
        Assert.Contains(battery, Real.HomeOf(battery.Key).Products);
        Assert.Equal(1, Real.All.Count(c => c.Owns(battery.Key)));
        Assert.Throws<KeyNotFoundException>(() => equipment.StageOf("bauxite"));
    }

    [Fact]
    public void Recycling_loops_are_found_and_a_part_mounted_earlier_is_none()
    {
        var aluminium = Real.Find("aluminium")!;
        var loop = Assert.Single(aluminium.Returns, r => aluminium.Stages[r.FromStage].Key == "recycled" && aluminium.Stages[r.ToStage].Key == "alloying");
        Assert.Contains(loop.Products, p => p.Key == "recycled-aluminium");
        Assert.All(aluminium.Returns, r => Assert.True(r.ToStage < r.FromStage));

        var small = new ChainBackbones(Tables(products: "scrap\t废料\t\tlate\tby-product\npart\t零件\t\tlate\tproduct\nwhole\t整机\t\tearly\tproduct", links: "scrap\twhole\tinput-of\t\t\npart\twhole\tinput-of\t\t\nscrap\twhole\tby-product-of\t\t\nwhole\tpart\tinput-of\t\t"));
        Assert.Equal(["scrap"], Assert.Single(small.All[0].Returns).Products.Select(p => p.Key));
    }

    [Theory]
    [InlineData("ADC12", "diecast-alloy-ingot")]
    [InlineData("铝合金压铸件(电机壳体)", "die-casting,motor-housing")]
    [InlineData("铝锭贸易用叉车", "")]
    [InlineData("轮毂电机侧盖", "")]
    [InlineData("充电器外壳压铸件", "die-casting")]
    [InlineData("废铝；铝合金锭", "aluminium-scrap,alloy-ingot")]
    [InlineData("完全不相干的东西", "")]
    public void A_firms_words_stand_for_products(string words, string keys)
        => Assert.Equal(keys.Split(',', StringSplitOptions.RemoveEmptyEntries), Real.ProductsNamed(words).Select(p => p.Key));

    [Fact]
    public void Of_names_side_by_side_the_last_says_what_it_is()
    {
        Assert.DoesNotContain(Real.ProductsNamed("电动自行车铝合金压铸件"), p => p.Key == "ebike");
        Assert.Contains(Real.ProductsNamed("电动自行车铝合金压铸件"), p => p.Key == "die-casting");
        // a kind of it is more exact, not something else
        Assert.Contains(Real.ProductsNamed("电机壳体铝合金压铸件"), p => p.Key == "motor-housing");
    }

    [Fact]
    public void What_was_read_once_is_remembered_and_stays_the_same_however_much_is_asked()
    {
        var backbones = new ChainBackbones(Tables());
        var first = backbones.ProductsNamed("整机");
        Assert.Same(first, backbones.ProductsNamed("整机"));
        for (var i = 0; i < 60_000; i++) backbones.ProductsNamed($"别的 {i}");
        Assert.Equal(first, backbones.ProductsNamed("整机"));
    }

    [Theory]
    [InlineData("products", "a\t甲\t\tnowhere\tproduct", "环节“nowhere”")]
    [InlineData("products", "a\t甲\t\tearly\tthing", "类别“thing”")]
    [InlineData("products", "a\t甲\t\tearly\tproduct\na\t乙\t\tearly\tproduct", "出现了两次")]
    [InlineData("products", "a\t甲\t丙\tearly\tproduct\nb\t乙\t丙\tearly\tproduct", "名称“丙”")]
    [InlineData("products", "a\t@\t\tearly\t", "没有别的产业链")]
    [InlineData("products", "a\t甲", "应有 5 列")]
    [InlineData("links", "whole\tnothing\tinput-of\t\t", "没有产品“nothing”")]
    [InlineData("links", "whole\twhole\tinput-of\t\t", "自己")]
    [InlineData("links", "whole\tpart\tlikes\t\t", "关系“likes”")]
    [InlineData("links", "whole\tpart\tinput-of\t2.5\t", "没有写出处")]
    [InlineData("links", "whole\tpart\tinput-of\tmany\t《某统计》2020", "不是数字")]
    [InlineData("links", "whole\tpart\tinput-of\t-2.5\t《某统计》2020\tt/t", "应大于 0")]
    [InlineData("links", "whole\tpart\tinput-of\t2.5\t《某统计》2020", "单位应写作")]
    [InlineData("links", "whole\tpart\tinput-of\t2.5\t《某统计》2020\ttonnes", "单位应写作")]
    [InlineData("links", "whole\tpart\tinput-of\t\t\tt/t", "没有写单耗")]
    [InlineData("links", "whole\tpart\tkind-of\t2.5\t《某统计》2020\tt/t", "没有单耗")]
    [InlineData("links", "part\twhole\tinput-of\t\t《某统计》2020\t\t-0.1", "占比“-0.1”")]
    [InlineData("links", "part\twhole\tinput-of\t\t《某统计》2020\t\t1.2", "占比“1.2”")]
    [InlineData("links", "part\twhole\tinput-of\t\t《某统计》2020\t\t180%", "占比“180%”")]
    [InlineData("links", "part\twhole\tinput-of\t\t\t\t0.5", "写了占比却没有写出处")]
    [InlineData("products", "whole\t整机\t\tearly\tproduct\t10803", "不是 19 位数字")]
    [InlineData("stages", "early\t前\nearly\t后", "出现了两次")]
    [InlineData("chains", "small\t小\tfirst", "不是整数")]
    [InlineData("chains", "", "没有任何产业链")]
    public void A_broken_table_says_what_is_wrong_and_where(string table, string rows, string reason)
    {
        var problem = Assert.Throws<InvalidDataException>(() => new ChainBackbones(table switch
        {
            "products" => Tables(products: rows, links: ""),
            "links" => Tables(links: rows),
            "stages" => Tables(stages: rows),
            _ => Tables(chains: rows),
        }));
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Contains(".tsv", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_keeps_its_figures_and_a_product_its_code()
    {
        const string Products = "whole\t整机\t\tearly\tproduct\t1080306020000000000\npart\t零件\t\tlate\tproduct\nother\t别件\t\tlate\tproduct";
        var chains = new ChainBackbones(Tables(products: Products, links: "part\twhole\tinput-of\t2.5\t《某统计》（2020）\tkWh/t\t60%\nother\twhole\tinput-of\t\t《某统计》（2020）\t\t0.4"));
        Assert.Equal("1080306020000000000", chains.Graph.ByKey("whole")!.TaxCode);
        Assert.Null(chains.Graph.ByKey("part")!.TaxCode);
        Assert.Equal(new ProductLink("part", "whole", LinkMeaning.InputOf, 2.5m, "《某统计》（2020）", "kWh/t", 0.6m), chains.Graph.Links[0]);
        Assert.Equal((null, null, 0.4m), (chains.Graph.Links[1].Coefficient, chains.Graph.Links[1].CoefficientUnit, chains.Graph.Links[1].Share));

        var problem = Assert.Throws<InvalidDataException>(() => new ChainBackbones(Tables(products: Products, links: "part\twhole\tinput-of\t\t《某统计》（2020）\t\t90%\nother\twhole\tinput-of\t\t《某统计》（2020）\t\t90%")));
        Assert.Contains("180", problem.Message, StringComparison.Ordinal);
    }

    private static Func<string, IEnumerable<string[]>> Tables(
        string chains = "small\t小产业链\t1", string stages = "early\t前\nlate\t后", string products = "whole\t整机\t\tearly\tproduct\npart\t零件\t\tlate\tproduct", string links = "part\twhole\tinput-of\t\t")
        => file => (file.Split('.')[^2] switch { "chains" => chains, "stages" => stages, "products" => products, _ => links })
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split('\t'));
}

using LianMeng.Engine.Text;
using LianMeng.Tests.Engine.Standards;

namespace LianMeng.Tests.Capabilities.Chains;

/// <summary>The four backbones are one graph: no key and no name twice, no link into nothing, nothing that hangs alone.</summary>
public sealed class BackboneDataTests
{
    private static readonly string[] Kinds = ["material", "process", "product", "by-product", "equipment", "service"];
    private static readonly string[] Meanings = ["input-of", "by-product-of", "substitute-of", "kind-of"];

    private static BackboneFiles Files => BackboneFiles.Read;

    [Fact]
    public void The_chains_are_the_four_of_the_contract()
        => Assert.Equal(["equipment", "electronics", "energy", "aluminium"], Files.Chains.Select(c => c.Key));

    [Theory]
    [InlineData("equipment")]
    [InlineData("electronics")]
    [InlineData("energy")]
    [InlineData("aluminium")]
    public void A_chain_has_products_on_every_stage_and_enough_links(string chain)
    {
        var placed = Files.Products.Concat(Files.Placements).Where(p => p.Chain == chain).ToList();
        Assert.All(Files.Stages[chain], s => Assert.Contains(placed, p => p.Stage == s.Key));
        Assert.All(placed, p => Assert.Contains(Files.Stages[chain], s => s.Key == p.Stage));
        Assert.True(Files.Products.Count(p => p.Chain == chain) >= 80);
        Assert.True(Files.Links.Count(l => l.Chain == chain) >= 180);
        Assert.All(Kinds, kind => Assert.Contains(Files.Products, p => p.Chain == chain && p.Kind == kind));
    }

    [Fact]
    public void Keys_and_kinds_are_sound()
    {
        Assert.Equal(Files.Products.Count, Files.Products.Select(p => p.Key).Distinct().Count());
        Assert.All(Files.Products, p => Assert.Contains(p.Kind, Kinds));
        Assert.All(Files.Products, p => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", p.Key));
        var stages = Files.Stages.Values.SelectMany(s => s).ToList();
        Assert.Equal(stages.Count, stages.Select(s => s.Key).Distinct().Count());
        Assert.Equal(stages.Count, stages.Select(s => s.Title).Distinct().Count());
    }

    [Fact]
    public void A_name_or_alias_belongs_to_one_product_over_all_chains()
    {
        var names = Files.Products.SelectMany(p => p.Aliases.Prepend(p.Name).Select(n => (Name: Squeezed(n), p.Key)));
        Assert.Empty(names.GroupBy(n => n.Name).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(n => n.Key))}"));
    }

    [Fact]
    public void What_was_made_up_for_this_project_has_aliases_in_the_words_of_the_trade()
        => Assert.All(Files.Products.Where(p => p.Chain != "aluminium"), p => Assert.InRange(p.Aliases.Count, 1, 5));

    [Fact]
    public void A_placement_names_a_product_of_another_chain_once()
    {
        var owner = Files.Products.ToDictionary(p => p.Key, p => p.Chain);
        Assert.All(Files.Placements, p => Assert.True(owner.TryGetValue(p.Key, out var chain) && chain != p.Chain, $"{p.Chain}: {p.Key}"));
        Assert.Equal(Files.Placements.Count, Files.Placements.Select(p => (p.Chain, p.Key)).Distinct().Count());
        Assert.All(Files.Placements, p => Assert.True(p.Aliases.Count == 0 && p.Kind.Length == 0, p.Key));
    }

    [Fact]
    public void Links_join_known_products_and_never_one_to_itself()
    {
        var keys = Files.Products.Select(p => p.Key).ToHashSet();
        Assert.DoesNotContain(Files.Links, l => !keys.Contains(l.From) || !keys.Contains(l.To) || l.From == l.To);
        Assert.All(Files.Links, l => Assert.Contains(l.Meaning, Meanings));
        Assert.Empty(Files.Links.GroupBy(l => (l.From, l.To, l.Meaning)).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void A_coefficient_stands_only_with_its_published_source()
        => Assert.All(Files.Links.Where(l => l.Coefficient.Length > 0), l => Assert.Matches("《.+》.*(19|20)[0-9]{2}", l.Note));

    /// <summary>What the issue asks for is there, with its unit; each chain has some.</summary>
    [Fact]
    public void The_known_consumptions_of_the_trade_are_stated()
    {
        Assert.True(Files.Links.Count(l => l.Coefficient.Length > 0) >= 60);
        Assert.All(Files.Chains, c => Assert.Contains(Files.Links, l => l.Chain == c.Key && l.Coefficient.Length > 0));
        Assert.All(Files.Links, l => Assert.Equal(l.Coefficient.Length > 0, l.Unit.Length > 0));
        var alumina = Files.Links.Single(l => l is { From: "alumina", To: "primary-aluminium" });
        Assert.InRange(decimal.Parse(alumina.Coefficient, System.Globalization.CultureInfo.InvariantCulture), 1.90m, 1.95m);
        var power = Files.Links.Single(l => l is { From: "smelter-power", To: "primary-aluminium" });
        Assert.InRange(decimal.Parse(power.Coefficient, System.Globalization.CultureInfo.InvariantCulture), 13_000m, 14_000m);
        Assert.Equal("kWh/t", power.Unit);
    }

    [Fact]
    public void Every_tax_code_exists_in_the_table_of_the_tax_administration()
    {
        var table = TestTable.Read("taxonomy/tax_goods_services.tsv").Select(row => row[0]).ToHashSet();
        var coded = Files.Products.Where(p => p.TaxCode.Length > 0).ToList();
        Assert.True(coded.Count >= 300);
        Assert.Empty(coded.Where(p => !table.Contains(p.TaxCode)).Select(p => $"{p.Key}: {p.TaxCode}"));
        Assert.DoesNotContain(coded, p => p.Kind == "process");
    }

    /// <summary>Only by-products, machines, work and services close a circle: no material goes into making itself.</summary>
    [Fact]
    public void No_material_is_an_input_of_itself()
    {
        var matter = Files.Products.Where(p => p.Kind is "material" or "product" && p.Key != "green-power").Select(p => p.Key).ToHashSet();
        var inputs = Files.Links.Where(l => l.Meaning == "input-of" && matter.Contains(l.From) && matter.Contains(l.To)).ToLookup(l => l.To, l => l.From);
        var left = matter.ToDictionary(key => key, key => inputs[key].ToHashSet());
        while (left.Where(l => l.Value.Count == 0).Select(l => l.Key).ToList() is { Count: > 0 } free)
        {
            foreach (var key in free) left.Remove(key);
            foreach (var rest in left.Values) rest.ExceptWith(free);
        }

        Assert.Empty(left.Keys);
    }

    /// <summary>A pair says one thing; only what is recovered may go back into the work it fell off.</summary>
    [Fact]
    public void Two_links_between_the_same_products_do_not_contradict_each_other()
    {
        var twice = Files.Links.GroupBy(l => string.CompareOrdinal(l.From, l.To) < 0 ? (l.From, l.To) : (l.To, l.From)).Where(g => g.Count() > 1);
        Assert.All(twice, g => Assert.Equal(["by-product-of", "input-of"], g.Select(l => l.Meaning).Order()));
        Assert.All(twice, g => Assert.Single(g.Select(l => (l.From, l.To)).Distinct()));
    }

    [Fact]
    public void By_products_come_from_somewhere()
    {
        var sources = Files.Links.Where(l => l.Meaning is "by-product-of" or "kind-of").Select(l => l.From).ToHashSet();
        Assert.All(Files.Products.Where(p => p.Kind == "by-product"), p => Assert.Contains(p.Key, sources));
    }

    [Fact]
    public void Everything_hangs_together_as_one_graph()
    {
        var neighbours = Files.Links.SelectMany(l => new[] { (l.From, l.To), (From: l.To, To: l.From) }).ToLookup(l => l.From, l => l.To);
        var seen = new HashSet<string> { Files.Products[0].Key };
        var ahead = new Queue<string>(seen);
        while (ahead.TryDequeue(out var key))
        {
            foreach (var next in neighbours[key].Where(seen.Add)) ahead.Enqueue(next);
        }

        Assert.Empty(Files.Products.Select(p => p.Key).Except(seen));
    }

    [Fact]
    public void The_chains_are_joined_where_the_trade_joins_them()
    {
        Assert.Contains(Files.Links, l => l is { From: "two-wheeler-pack", To: "ebike", Meaning: "input-of" });
        Assert.Contains(Files.Links, l => l is { From: "battery-foil", To: "lfp-cell", Meaning: "input-of" });
        Assert.Contains(Files.Placements, p => p is { Chain: "equipment", Key: "ebike-frame" });
        Assert.Contains(Files.Placements, p => p is { Chain: "energy", Key: "lithium-battery" });
    }

    // as the product graph compares names
    private static string Squeezed(string name) => ShortText.Normalise(name).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}

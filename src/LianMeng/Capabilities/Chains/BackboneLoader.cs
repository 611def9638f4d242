using System.Globalization;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Chains;

/// <summary>Puts chains.tsv and the three tables of each chain together, and refuses what contradicts itself.</summary>
internal sealed class BackboneLoader(Func<string, IEnumerable<string[]>> read)
{
    private const string Placed = "@";

    public (IReadOnlyList<ChainBackbone> Chains, ProductGraph Graph) Load()
    {
        var chains = Rows("chains.tsv", 3).Select(row => (Key: row[0], Title: row[1], Order: Number("chains.tsv", row))).OrderBy(c => c.Order).ToList();
        if (chains.Count == 0) throw Broken("chains.tsv", "", "没有任何产业链");
        RefuseTwice("chains.tsv", chains.Select(c => c.Key));
        var stages = chains.ToDictionary(c => c.Key, c => StagesOf(c.Key), StringComparer.Ordinal);
        var lines = chains.ToDictionary(c => c.Key, c => Rows($"{c.Key}.products.tsv", 5).ToList(), StringComparer.Ordinal);

        var products = chains.SelectMany(c => lines[c.Key].Where(row => row[1] != Placed).Select(row => ToProduct($"{c.Key}.products.tsv", row))).ToList();
        RefuseTwice("*.products.tsv", products.Select(p => p.Key));
        var known = products.ToDictionary(p => p.Key, StringComparer.Ordinal);
        var links = chains.SelectMany(c => Rows($"{c.Key}.links.tsv", 3).Select(row => ToLink($"{c.Key}.links.tsv", row, known))).ToList();
        RefuseTwice("*.links.tsv", links.Select(l => $"{l.From} → {l.To} {l.Meaning}"));
        RefuseMoreThanAll(links);

        var graph = new ProductGraph(products, links);
        RefuseSharedNames(graph);
        return ([.. chains.Select(c => ToChain(c.Key, c.Title, stages[c.Key], lines[c.Key], known, graph))], graph);
    }

    private List<Stage> StagesOf(string chain)
    {
        var file = $"{chain}.stages.tsv";
        var stages = Rows(file, 2).Select(row => new Stage(row[0], row[1])).ToList();
        if (stages.Count == 0) throw Broken(file, "", "没有环节");
        RefuseTwice(file, stages.Select(s => s.Key));
        return stages;
    }

    private static ChainBackbone ToChain(string key, string title, List<Stage> stages, List<string[]> lines, Dictionary<string, Product> known, ProductGraph graph)
    {
        var file = $"{key}.products.tsv";
        RefuseTwice(file, lines.Select(row => row[0]));
        return new(key, title, stages, [.. lines.Select(row =>
        {
            if (!known.TryGetValue(row[0], out var product)) throw Broken(file, row[0], "名称为 @，但没有别的产业链列出这个产品");
            if (!stages.Exists(s => s.Key == row[3])) throw Broken(file, row[0], $"环节“{row[3]}”不在 {key}.stages.tsv 中");
            return (product, row[3], row[1] != Placed);
        })], graph);
    }

    private static Product ToProduct(string file, string[] row) => new(
        row[0], row[1], row[2].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), row[3],
        row[4] switch
        {
            "material" => ProductKind.Material,
            "process" => ProductKind.Process,
            "product" => ProductKind.Product,
            "by-product" => ProductKind.ByProduct,
            "equipment" => ProductKind.Equipment,
            "service" => ProductKind.Service,
            _ => throw Broken(file, row[0], $"不认识的类别“{row[4]}”"),
        },
        TaxCodeOf(file, row));

    private static string? TaxCodeOf(string file, string[] row) => row.ElementAtOrDefault(5) switch
    {
        null or "" => null,
        { Length: 19 } code when code.All(char.IsAsciiDigit) => code,
        var code => throw Broken(file, row[0], $"税收分类编码“{code}”不是 19 位数字"),
    };

    private static ProductLink ToLink(string file, string[] row, Dictionary<string, Product> known)
    {
        var name = $"{row[0]} → {row[1]}";
        foreach (var end in row.Take(2))
        {
            if (!known.ContainsKey(end)) throw Broken(file, name, $"没有产品“{end}”");
        }

        if (row[0] == row[1]) throw Broken(file, name, "产品不能与自己相联");
        var figures = LinkFigures.Read(row, what => Broken(file, name, what));
        return new(row[0], row[1], row[2] switch
        {
            "input-of" => LinkMeaning.InputOf,
            "by-product-of" => LinkMeaning.ByProductOf,
            "substitute-of" => LinkMeaning.SubstituteOf,
            "kind-of" => LinkMeaning.KindOf,
            _ => throw Broken(file, name, $"不认识的关系“{row[2]}”"),
        }, figures.Coefficient, figures.Note, figures.Unit, figures.Share);
    }

    private IEnumerable<string[]> Rows(string file, int columns)
    {
        foreach (var row in read(file))
        {
            if (row.Length < columns) throw Broken(file, row[0], $"应有 {columns} 列，只有 {row.Length} 列");
            if (row[0].Length == 0) throw Broken(file, "", "有一行没有 key");
            yield return row;
        }
    }

    private static int Number(string file, string[] row)
        => int.TryParse(row[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Broken(file, row[0], $"先后“{row[2]}”不是整数");

    private static void RefuseTwice(string file, IEnumerable<string> keys)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (!seen.Add(key)) throw Broken(file, key, "出现了两次");
        }
    }

    /// <summary>The shares of what goes into a product may leave a rest, and are never more than all of it.</summary>
    private static void RefuseMoreThanAll(List<ProductLink> links)
    {
        foreach (var inputs in links.Where(l => l.Meaning == LinkMeaning.InputOf).GroupBy(l => l.To, StringComparer.Ordinal))
        {
            if (inputs.Sum(l => l.Share ?? 0) is > 1 and var sum) throw Broken("*.links.tsv", inputs.Key, $"各投入的占比合计 {sum:P0}，超过 100%");
        }
    }

    /// <summary>A name that two products share would place firms on whichever comes first.</summary>
    private static void RefuseSharedNames(ProductGraph graph)
    {
        foreach (var product in graph.Products)
        {
            foreach (var name in product.Aliases.Prepend(product.Name))
            {
                if (graph.Find(name) is { } found && found.Key != product.Key) throw Broken("*.products.tsv", product.Key, $"名称“{name}”也属于 {found.Key}");
            }
        }
    }

    private static InvalidDataException Broken(string file, string row, string what) => new($"产业链资源 {file}{(row.Length > 0 ? $"，{row}" : "")}：{what}。");
}

using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Text;
using LianMeng.Shared.Text;

namespace LianMeng.Capabilities.Chains.Public;

/// <summary>Finds products by a part of a name, alias or grade, or by pinyin initials (lhjd for 铝合金锭).</summary>
public sealed class ProductSearch(ProductGraph graph)
{
    private readonly Lazy<Dictionary<string, string>> texts = new(() => graph.Products.ToDictionary(p => p.Key, TextOf, StringComparer.Ordinal));

    private readonly Lazy<Dictionary<string, string>> sortKeys = new(() => graph.Products.ToDictionary(p => p.Key, p => Pinyin.SortKey(p.Name), StringComparer.Ordinal));

    /// <param name="query">null or blank finds everything</param>
    public bool Finds(Product product, string? query)
        => string.IsNullOrWhiteSpace(query) || texts.Value[product.Key].Contains(ShortText.Normalise(query), StringComparison.Ordinal);

    /// <summary>For the order of names.</summary>
    public string SortKeyOf(Product product) => sortKeys.Value[product.Key];

    private static string TextOf(Product product)
    {
        var names = product.Aliases.Prepend(product.Name).ToList();
        return string.Join('\n', names.Select(ShortText.Normalise).Concat(names.Select(Pinyin.Initials)));
    }
}

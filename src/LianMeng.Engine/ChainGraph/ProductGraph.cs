using LianMeng.Engine.Text;

namespace LianMeng.Engine.ChainGraph;

/// <summary>
/// Products and what links them; immutable, so any number of threads may read it. Recycling loops are allowed.
/// Names are compared in the spelling of <see cref="ShortText.Normalise"/>, without spaces and dashes.
/// </summary>
public sealed class ProductGraph
{
    readonly Dictionary<string, Product> byKey = new(StringComparer.Ordinal);
    readonly Dictionary<string, (Product Product, string Words)> byName = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<ProductLink>> linksOf = new(StringComparer.Ordinal);
    readonly int longestName;

    /// <summary>A graph without products.</summary>
    public static ProductGraph Empty { get; } = new([], []);

    /// <summary>Builds the graph. Where two products share a name, a proper name wins over an alias, then the first in the list.</summary>
    /// <exception cref="ArgumentException">A key occurs twice, or a link names an unknown key or joins a product to itself.</exception>
    public ProductGraph(IEnumerable<Product> products, IEnumerable<ProductLink> links)
    {
        Products = [.. products];
        Links = [.. links];
        foreach (var product in Products)
        {
            if (!byKey.TryAdd(product.Key, product)) throw new ArgumentException($"产品代号“{product.Key}”重复。", nameof(products));
            linksOf[product.Key] = [];
        }
        foreach (var product in Products) Name(product, product.Name);
        foreach (var product in Products)
            foreach (var alias in product.Aliases) Name(product, alias);
        longestName = byName.Count == 0 ? 0 : byName.Keys.Max(name => name.Length);
        foreach (var link in Links) Join(link);
    }

    /// <summary>All products in the order given.</summary>
    public IReadOnlyList<Product> Products { get; }

    /// <summary>All links in the order given.</summary>
    public IReadOnlyList<ProductLink> Links { get; }

    /// <summary>The product under a key; null when unknown.</summary>
    public Product? ByKey(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The product whose name or alias the whole text is; null when none.</summary>
    public Product? Find(string nameOrAlias) =>
        byName.TryGetValue(Squeeze(ShortText.Normalise(nameOrAlias)).Text, out var found) ? found.Product : null;

    /// <summary>
    /// The products named in a text, from left to right, the longest name at each place, none overlapping:
    /// "求购再生铝锭 ADC12" names 再生铝 by "再生铝锭" and 铝合金锭 by "ADC12". A grade is never found inside a longer model number.
    /// </summary>
    public IReadOnlyList<ProductMention> Mentions(string text)
    {
        var (squeezed, places, starts) = Squeeze(ShortText.Normalise(text));
        var found = new List<ProductMention>();
        for (var i = 0; i < squeezed.Length;)
        {
            var mention = LongestAt(squeezed, places, starts, i, out var length);
            if (mention is not null) found.Add(mention);
            i += Math.Max(1, length);
        }
        return found;
    }

    /// <summary>Products one step up: what goes into making this one.</summary>
    public IReadOnlyList<Product> Upstream(string key) =>
        [.. Of(key).Where(link => link.Meaning == LinkMeaning.InputOf && link.To == key).Select(link => byKey[link.From])];

    /// <summary>Products one step down: what this one goes into.</summary>
    public IReadOnlyList<Product> Downstream(string key) =>
        [.. Of(key).Where(link => link.Meaning == LinkMeaning.InputOf && link.From == key).Select(link => byKey[link.To])];

    /// <summary>Every link that touches the product, in the order given.</summary>
    public IReadOnlyList<ProductLink> Of(string key) => linksOf.TryGetValue(key, out var links) ? links : [];

    /// <summary>The shortest way from one product to another over at most two links of any meaning, walked either way; null when farther or the same product.</summary>
    public ProductPath? Path(string from, string to)
    {
        if (from == to) return null;
        foreach (var link in Of(from))
            if (Other(link, from) == to) return new([link], [Say(link)]);
        foreach (var first in Of(from))
            foreach (var second in Of(Other(first, from)))
                if (Other(second, Other(first, from)) == to) return new([first, second], [Say(first), Say(second)]);
        return null;
    }

    /// <summary>A shortest way from one product to another over links of any meaning, walked either way; null when there is none or it is the same product. Among several the one whose links stand first.</summary>
    /// <exception cref="ArgumentException">unknown key</exception>
    public ProductPath? Shortest(string from, string to)
    {
        foreach (var key in new[] { from, to })
            if (!byKey.ContainsKey(key)) throw new ArgumentException($"没有代号为“{key}”的产品。", nameof(from));
        if (from == to) return null;
        var came = new Dictionary<string, ProductLink>(StringComparer.Ordinal);
        var waiting = new Queue<string>([from]);
        while (waiting.TryDequeue(out var key))
        {
            foreach (var link in Of(key))
            {
                var next = Other(link, key);
                if (next == from || !came.TryAdd(next, link)) continue;
                if (next == to) return WayBack(came, from, to);
                waiting.Enqueue(next);
            }
        }

        return null;
    }

    private ProductPath WayBack(Dictionary<string, ProductLink> came, string from, string to)
    {
        var links = new List<ProductLink>();
        for (var key = to; key != from; key = Other(links[^1], key)) links.Add(came[key]);
        links.Reverse();
        return new(links, [.. links.Select(Say)]);
    }

    /// <summary>A link as a sentence: "再生铝 是 铝合金锭 的上游".</summary>
    public string Say(ProductLink link)
    {
        var (from, to) = (byKey[link.From].Name, byKey[link.To].Name);
        return link.Meaning switch
        {
            LinkMeaning.InputOf => $"{from} 是 {to} 的上游",
            LinkMeaning.ByProductOf => $"{from} 是 {to} 的副产品",
            LinkMeaning.SubstituteOf => $"{from} 可替代 {to}",
            _ => $"{from} 是 {to} 的一种",
        };
    }

    static string Other(ProductLink link, string key) => link.From == key ? link.To : link.From;

    void Name(Product product, string words)
    {
        var name = Squeeze(ShortText.Normalise(words)).Text;
        if (name.Length > 0) byName.TryAdd(name, (product, words));
    }

    void Join(ProductLink link)
    {
        if (!byKey.ContainsKey(link.From) || !byKey.ContainsKey(link.To))
            throw new ArgumentException($"联系“{link.From} → {link.To}”指向不存在的产品。", nameof(link));
        if (link.From == link.To) throw new ArgumentException($"产品“{link.From}”不能与自己相联。", nameof(link));
        linksOf[link.From].Add(link);
        linksOf[link.To].Add(link);
    }

    ProductMention? LongestAt(string squeezed, List<int> places, List<bool> starts, int at, out int length)
    {
        for (length = Math.Min(longestName, squeezed.Length - at); length > 0; length--)
        {
            if (!byName.TryGetValue(squeezed.Substring(at, length), out var found)) continue;
            if (CutsWord(squeezed, starts, at) || CutsWord(squeezed, starts, at + length)) continue;
            var end = places[at + length - 1] + 1;
            return new(found.Product, found.Words, places[at], end - places[at]);
        }
        return null;
    }

    // "a356" must not be found in "a3560", but may be in "a356-t6" and "铝a356"
    static bool CutsWord(string squeezed, List<bool> starts, int at) =>
        at > 0 && at < squeezed.Length && !starts[at]
        && ShortText.IsWordLetter(squeezed[at - 1]) && ShortText.IsWordLetter(squeezed[at]);

    /// <summary>The text without spaces and dashes between letters; the place each kept character came from, and whether it follows a dropped one.</summary>
    static (string Text, List<int> Places, List<bool> Starts) Squeeze(string normalised)
    {
        var kept = new System.Text.StringBuilder(normalised.Length);
        var places = new List<int>(normalised.Length);
        var starts = new List<bool>(normalised.Length);
        for (var i = 0; i < normalised.Length; i++)
        {
            if (normalised[i] is ' ' or '-') continue;
            kept.Append(normalised[i]);
            places.Add(i);
            starts.Add(i > 0 && normalised[i - 1] is ' ' or '-');
        }
        return (kept.ToString(), places, starts);
    }
}

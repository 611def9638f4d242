using LianMeng.Engine.ChainGraph;

namespace LianMeng.Engine.Matching;

/// <summary>A product of the graph that a phrase names.</summary>
/// <param name="Product">The product.</param>
/// <param name="Words">The words that name it.</param>
/// <param name="Certainty">1 when the phrase is exactly its name or alias, less when it only ends in one.</param>
sealed record NamedProduct(Product Product, string Words, float Certainty)
{
    const float Nearly = 0.95f;

    static readonly string[] Shells = ["外壳", "壳体", "壳子", "壳"];

    /// <summary>The products a phrase names: by the whole phrase, by its last words, or by a grade of the same sort of thing.</summary>
    public static IReadOnlyList<NamedProduct> Of(Phrase phrase, ProductGraph graph)
    {
        var found = new List<NamedProduct>();
        if (phrase.Name.Length == 0) return found;
        if (graph.Find(phrase.Text) is { } whole) Add(whole, phrase.Text, 1);
        else if (graph.Find(phrase.Name) is { } named) Add(named, phrase.Name, 1);
        else if (ShellOf(phrase.Name, graph) is { } shell) Add(shell, phrase.Name, Nearly);
        else
        {
            // "电机端盖压铸件": the part is the thing, how it is made stands behind it
            if (Processes.MadeAtEnd(phrase.Name) is > 0 and var made) AddEnd(phrase.Name[..^made], Nearly);
            AddEnd(phrase.Name, 1);
        }
        foreach (var grade in phrase.Grades)
            if (graph.Find(grade.Text) is { } graded && EndsAlike(phrase, graded)) Add(graded, grade.Text.ToUpperInvariant(), 0.9f);
        return found;

        void AddEnd(string name, float trust)
        {
            if (trust < 1 && (graph.Find(name) ?? ShellOf(name, graph)) is { } whole)
            {
                Add(whole, name, trust);
                return;
            }
            var last = graph.Mentions(name).LastOrDefault();
            // a single character names nothing by itself, and what stands in front of the thing is not the thing
            if (last is { Length: > 1 } && last.Start + last.Length == name.Length && !Materials.Clash(phrase.Metals, Materials.Of(last.Product.Name)))
                Add(last.Product, last.Words, trust * (0.5f + 0.5f * last.Length / name.Length));
        }

        void Add(Product product, string words, float certainty)
        {
            if (!found.Exists(other => other.Product.Key == product.Key)) found.Add(new(product, words, certainty));
        }
    }

    // 壳, 外壳, 壳体 and 壳子 are one word
    static Product? ShellOf(string name, ProductGraph graph)
    {
        if (Array.Find(Shells, shell => name.EndsWith(shell, StringComparison.Ordinal)) is not { } written) return null;
        foreach (var shell in Shells)
            if (name.Length > written.Length && graph.Find(name[..^written.Length] + shell) is { } found) return found;
        return null;
    }

    // "再生铝锭 ADC12" may mean the ingot ADC12; "压铸件 ADC12" is a casting made of it
    static bool EndsAlike(Phrase phrase, Product product)
    {
        var last = product.Name.LastOrDefault(c => c > 0x7f);
        return phrase.HeadAt >= 0 && phrase.Core[phrase.HeadAt].Text == last.ToString();
    }
}

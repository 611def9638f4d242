using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Text;

namespace LianMeng.Capabilities.Chains.Public;

/// <summary>Places a firm's own words on the product graph.</summary>
public sealed class PhraseReader(ProductGraph graph)
{
    /// <summary>轮毂电机侧盖 is a cover and no motor.</summary>
    private static readonly string[] PartWords = ["侧盖", "外壳", "壳体", "箱体", "配件", "零件", "零部件", "附件", "料头"];

    public IReadOnlyList<Product> Read(string text)
    {
        if (graph.Find(text) is { } exact) return [exact];
        var said = ShortText.Normalise(text);
        var mentions = graph.Mentions(text);
        var meant = new List<Product>();
        for (var i = 0; i < mentions.Count; i++)
        {
            var end = mentions[i].Start + mentions[i].Length;
            if (SaysWhatItIsFor(RestOfPhrase(said, end))) continue;
            if (i + 1 < mentions.Count && mentions[i + 1].Start <= end + RestOfPhrase(said, end).Length && !IsKindOf(mentions[i].Product.Key, mentions[i + 1].Product.Key)) continue;
            if (!meant.Contains(mentions[i].Product)) meant.Add(mentions[i].Product);
        }

        return meant;
    }

    /// <summary>Up to the next bracket, comma, space or 和.</summary>
    private static ReadOnlySpan<char> RestOfPhrase(string said, int from)
    {
        var to = from;
        while (to < said.Length && char.IsLetterOrDigit(said[to]) && said[to] is not ('和' or '及' or '与' or '或')) to++;
        return said.AsSpan(from, to - from);
    }

    /// <summary>铝锭贸易用叉车, 充电器外壳: what it is for or part of, not what it is.</summary>
    private static bool SaysWhatItIsFor(ReadOnlySpan<char> rest)
    {
        if (rest.Contains('用') || rest.StartsWith("配套")) return true;
        foreach (var part in PartWords)
        {
            if (rest.StartsWith(part)) return true;
        }

        return false;
    }

    private bool IsKindOf(string key, string other)
        => key == other || graph.Of(key).Any(link => link.Meaning == LinkMeaning.KindOf && link.From == key && link.To == other);
}

using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Text;

namespace LianMeng.Capabilities.Chains;

/// <summary>Places a firm's own words on the product graph.</summary>
internal sealed class PhraseReader(ProductGraph graph)
{
    public IReadOnlyList<Product> Read(string text)
    {
        if (graph.Find(text) is { } exact) return [exact];
        var said = ShortText.Normalise(text);
        var mentions = graph.Mentions(text);
        var meant = new List<Product>();
        for (var i = 0; i < mentions.Count; i++)
        {
            var end = mentions[i].Start + mentions[i].Length;
            // 电动自行车用脚撑: what it is for, not what it is
            if (said.AsSpan(end).StartsWith("用") || said.AsSpan(end).StartsWith("专用") || said.AsSpan(end).StartsWith("配套")) continue;
            if (i + 1 < mentions.Count && IsOnePhrase(said.AsSpan(end, mentions[i + 1].Start - end)) && !IsKindOf(mentions[i].Product.Key, mentions[i + 1].Product.Key)) continue;
            if (!meant.Contains(mentions[i].Product)) meant.Add(mentions[i].Product);
        }

        return meant;
    }

    /// <summary>Nothing but letters between two names: no bracket, comma or 和.</summary>
    private static bool IsOnePhrase(ReadOnlySpan<char> between)
    {
        foreach (var c in between)
        {
            if (!char.IsLetterOrDigit(c) || c is '和' or '及' or '与' or '或') return false;
        }

        return true;
    }

    private bool IsKindOf(string key, string other)
        => key == other || graph.Of(key).Any(link => link.Meaning == LinkMeaning.KindOf && link.From == key && link.To == other);
}

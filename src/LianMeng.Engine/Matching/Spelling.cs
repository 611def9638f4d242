using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Text;

namespace LianMeng.Engine.Matching;

/// <summary>
/// Reads a product's name with one wrong character ("铝合金轮股") when it stands in a pair no known name has, and a character that is
/// easily typed for it makes all pairs known.
/// </summary>
/// <param name="graph">Whose names are known to everybody.</param>
/// <param name="reader">Reads what was meant.</param>
sealed class Spelling(ProductGraph graph, DemandReader reader)
{
    const float Certainty = 0.9f;

    readonly string[] names = [.. graph.Products.SelectMany(product => product.Aliases.Append(product.Name)).Select(ShortText.Normalise).Distinct(StringComparer.Ordinal)];
    readonly HashSet<(char, char)> pairs = [.. graph.Products.SelectMany(product => product.Aliases.Append(product.Name)).SelectMany(Pairs)];

    /// <summary>Whether two neighbouring characters stand in a name of the graph.</summary>
    public bool IsInName(char first, char second) => pairs.Contains((first, second));

    /// <summary>The phrase as it was probably meant; null when it stands as it is.</summary>
    /// <param name="phrase">A phrase nobody's line and no product is called by.</param>
    /// <param name="isMentioned">Whether a stretch occurs in a line the asker may see.</param>
    public Phrase? Mend(Phrase phrase, Func<string, bool> isMentioned)
    {
        var text = string.Concat(phrase.Units.Where(IsOwn).Select(unit => unit.Text));
        if (text.Length is < 2 or > 20) return null;
        var (first, last) = (-1, -1);
        for (var i = 1; i < text.Length; i++)
        {
            if (IsKnown(text[i - 1], text[i])) continue;
            if (first < 0) first = i;
            last = i;
        }
        // no strange pair, or strange pairs that do not share a character
        if (first < 0 || last - first > 1) return null;
        for (var wrong = last; wrong >= first - 1 && wrong >= last - 1; wrong--)
            foreach (var meant in SoundAlike.Near(text[wrong]))
            {
                var mended = string.Concat(text.AsSpan(0, wrong), [meant], text.AsSpan(wrong + 1));
                if (!Fits(mended, wrong)) continue;
                var read = reader.ReadLine(mended).SelectMany(part => part.Units);
                return new Phrase([.. phrase.Units.Where(unit => !unit.IsWord && !IsOwn(unit)), .. read, .. phrase.Units.Where(unit => unit.IsWord)], phrase.Rank * Certainty) { Heard = text, IsGiven = phrase.IsGiven };
            }
        return null;

        bool Fits(string mended, int wrong)
        {
            if (wrong > 0 && !IsKnown(mended[wrong - 1], mended[wrong])) return false;
            if (wrong + 1 < mended.Length && !IsKnown(mended[wrong], mended[wrong + 1])) return false;
            // two characters are too little to guess by, unless the right one is so rare that most people type another
            if (mended.Length == 2) return wrong == 1 && SoundAlike.IsRare(mended[1]) && graph.Find(mended) is not null;
            if (wrong == mended.Length - 1 && mended.Length > 2) return IsEnd(mended) || IsRareEnd();
            for (var start = Math.Max(0, wrong - 2); start <= wrong && start + 3 <= mended.Length; start++)
                if (IsStretch(mended.Substring(start, 3))) return true;
            return false;

            // 汽车轮毂: the end is a name by itself
            bool IsRareEnd() => SoundAlike.IsRare(mended[wrong]) && graph.Find(mended[^2..]) is not null;
        }

        // the last character makes the thing, so that a name or line must end alike
        bool IsEnd(string mended) => Array.Exists(names, name => name.EndsWith(mended[^3..], StringComparison.Ordinal)) || isMentioned(mended);

        bool IsKnown(char a, char b) => pairs.Contains((a, b)) || isMentioned($"{a}{b}");

        bool IsStretch(string three) => Array.Exists(names, name => name.Contains(three, StringComparison.Ordinal)) || isMentioned(three);
    }

    // purposes stand apart from the name; empty words may be part of it once it is read rightly (型 of 铝型材)
    static bool IsOwn(Unit unit) => !unit.IsWord && unit.Factor >= DemandReader.Fluff && unit.Factor != DemandReader.Purpose;

    static IEnumerable<(char, char)> Pairs(string name)
    {
        for (var i = 1; i < name.Length; i++) yield return (name[i - 1], name[i]);
    }
}

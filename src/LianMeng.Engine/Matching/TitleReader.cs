using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Text;

namespace LianMeng.Engine.Matching;

/// <summary>Reads the title of a listing into the product lines it stands for; by the title, the word list and the graph alone.</summary>
sealed class TitleReader(ProductGraph graph, DemandReader reader)
{
    // Nobody's product has a longer name; nobody's title is longer in earnest.
    const int LongestLine = 40, LongestTitle = 200, MostLines = 8;

    readonly FrozenSet<string> names = graph.Products.SelectMany(product => product.Aliases.Append(product.Name)).Select(ShortText.Normalise).ToFrozenSet(StringComparer.Ordinal);

    public IReadOnlyList<string> Read(string title, MatchKind kind)
    {
        var cut = title.Length > LongestTitle ? title[..LongestTitle] : title;
        var byName = names.GetAlternateLookup<ReadOnlySpan<char>>();
        var phrases = reader.ReadTitle(WithoutPictures(ShortText.Normalise(cut)), kind, stretch => byName.Contains(stretch), IsProduct);
        return [.. phrases.Where(IsLine).Select(phrase => Written(phrase, cut) + (phrase.IsGiven ? "回收" : "")).Distinct(StringComparer.Ordinal).Take(MostLines)];
    }

    bool IsProduct(Phrase phrase) => graph.Find(phrase.Text) is not null || graph.Find(phrase.Name) is not null;

    bool IsLine(Phrase phrase)
    {
        if (phrase.Text.Length is < 2 or > LongestLine) return phrase.IsMaterial;
        // 物流 says little beside a name, but something alone; 服务 does not
        if (!Array.Exists(phrase.Core, unit => unit.Factor >= 0.4f)) return false;
        // a number by itself is a product only where the graph says so
        if (Array.TrueForAll(phrase.Core, unit => unit.IsGrade)) return IsProduct(phrase);
        return phrase.Text.Length < 3 || phrase.Text.Distinct().Take(2).Count() > 1;
    }

    /// <summary>The phrase with its letters as they stand in the title: "CNC", not "cnc".</summary>
    static string Written(Phrase phrase, string title)
    {
        var line = new StringBuilder();
        var before = default(Unit?);
        foreach (var unit in phrase.Units)
        {
            if (before?.IsWord == true && unit.IsWord) line.Append(' ');
            var at = unit.IsWord && !unit.IsGrade ? title.IndexOf(unit.Text, StringComparison.OrdinalIgnoreCase) : -1;
            line.Append(at >= 0 ? title.AsSpan(at, unit.Text.Length) : unit.IsWord ? unit.Text.ToUpperInvariant() : unit.Text);
            before = unit;
        }
        return line.ToString();
    }

    // 🔥 and ★ divide words like a space; rare characters beyond the first plane are letters and stay
    static string WithoutPictures(string normalised)
    {
        var text = new StringBuilder(normalised.Length);
        foreach (var rune in normalised.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.OtherNotAssigned or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.ModifierSymbol || rune == Rune.ReplacementChar) text.Append(' ');
            else text.Append(rune);
        }
        return text.ToString();
    }
}

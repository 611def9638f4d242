using LianMeng.Engine.Text;

namespace LianMeng.Engine.Matching;

/// <summary>
/// Sets of words that mean the same thing where the asker works, beside the aliases of the graph: a question for one of a set
/// asks for the others too. Immutable. A word leads to the others of its own sets and no further, so that nothing can run in a circle.
/// </summary>
public sealed class Synonyms
{
    /// <summary>What another word of the set answers is worth a little less than the word that was said.</summary>
    const float Certainty = 0.95f;

    const int MostReadings = 8;

    readonly Dictionary<string, List<string>> others = new(StringComparer.Ordinal);
    readonly int longest;

    /// <param name="sets">Each with two words or more, as people write them.</param>
    public Synonyms(IEnumerable<IReadOnlyList<string>> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        foreach (var set in sets)
            foreach (var word in set)
            {
                var key = ShortText.Normalise(word);
                if (key.Length == 0) continue;
                if (!others.TryGetValue(key, out var known)) others[key] = known = [];
                known.AddRange(set.Where(other => ShortText.Normalise(other) is { Length: > 0 } meant && meant != key && !known.Contains(other)));
                longest = Math.Max(longest, key.Length);
            }
    }

    /// <summary>Does a word of a set name the thing or the grade that a text is about?</summary>
    /// <returns>the others of the set; none when no word does</returns>
    public IReadOnlyList<string> OthersOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return FirstIn(ShortText.Normalise(text)) is { } found ? others[found.Word] : [];
    }

    /// <summary>What else a phrase may be called, as phrases; none when no word of a set names its thing or its grade.</summary>
    internal IReadOnlyList<Phrase> Readings(Phrase phrase, DemandReader reader)
    {
        var text = ShortText.Normalise(phrase.Text);
        if (FirstIn(text) is not var (start, word)) return [];
        return [.. others[word].Order(StringComparer.Ordinal).Take(MostReadings).Select(other => Reading(other, string.Concat(text.AsSpan(0, start), ShortText.Normalise(other), text.AsSpan(start + word.Length)))).OfType<Phrase>()];

        Phrase? Reading(string other, string replaced)
            => reader.ReadLine(replaced).FirstOrDefault() is { } read ? new(read.Units, phrase.Rank * Certainty) { Synonym = (Shown(word), other), IsGiven = phrase.IsGiven } : null;
    }

    /// <summary>The first place at which a word of a set stands whole, the longest word there.</summary>
    (int Start, string Word)? FirstIn(string text)
    {
        for (var start = 0; start < text.Length; start++)
            for (var length = Math.Min(longest, text.Length - start); length > 0; length--)
                if (text.Substring(start, length) is var word && others.ContainsKey(word) && IsWhole(text, start, start + length)) return (start, word);
        return null;
    }

    // the thing stands last: 铝锭模 is no 铝锭, 再生铝锭 is one; a grade is never a part of a longer number
    static bool IsWhole(string text, int start, int end)
        => (end == text.Length || !ShortText.IsIdeograph(text[end]))
            && (end == text.Length || !ShortText.IsWordLetter(text[end]) || !ShortText.IsWordLetter(text[end - 1]))
            && (start == 0 || !ShortText.IsWordLetter(text[start - 1]) || !ShortText.IsWordLetter(text[start]));

    static string Shown(string word) => word.Any(char.IsAsciiDigit) ? word.ToUpperInvariant() : word;
}

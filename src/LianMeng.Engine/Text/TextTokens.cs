namespace LianMeng.Engine.Text;

/// <summary>
/// Cuts a normalised text into the two token streams of the index. Chinese is not segmented by a dictionary, so
/// that no unknown product word is lost; ASCII words and model numbers are kept whole and also cut into 3-grams.
/// A token is a 64-bit number: short ones are packed exactly, words by a 64-bit hash, so that indexing allocates
/// no strings.
/// </summary>
public static class TextTokens
{
    const ulong OneCharacter = 1UL << 60, TwoCharacters = 2UL << 60, ThreeLetters = 3UL << 60, Word = 1UL << 63;

    /// <summary>Single Chinese characters, and ASCII words whole and as 3-grams.</summary>
    /// <param name="normalised">Output of <see cref="ShortText.Normalise"/>.</param>
    /// <param name="into">Receives the tokens in the order of the text, repeated as often as they occur.</param>
    public static void Characters(ReadOnlySpan<char> normalised, List<ulong> into)
    {
        Singles(normalised, into);
        Words(normalised, into);
    }

    /// <summary>Pairs of neighbouring Chinese characters, and ASCII words whole and as 3-grams.</summary>
    /// <inheritdoc cref="Characters" path="/param"/>
    public static void Bigrams(ReadOnlySpan<char> normalised, List<ulong> into)
    {
        Pairs(normalised, into);
        Words(normalised, into);
    }

    /// <summary>The tokens of both streams, those that belong to both once.</summary>
    /// <returns>How many of them each stream has.</returns>
    internal static (int Characters, int Pairs) Both(ReadOnlySpan<char> normalised, List<ulong> into)
    {
        var before = into.Count;
        Singles(normalised, into);
        var singles = into.Count;
        Pairs(normalised, into);
        var pairs = into.Count;
        Words(normalised, into);
        var words = into.Count - pairs;
        return (singles - before + words, pairs - singles + words);
    }

    /// <summary>The token of one Chinese character.</summary>
    public static ulong Character(char c) => OneCharacter | c;

    /// <summary>The token of two neighbouring Chinese characters.</summary>
    public static ulong Bigram(char first, char second) => TwoCharacters | ((ulong)first << 16) | second;

    /// <summary>Whether a token is one of <see cref="Bigram"/>, which only the stream of pairs holds.</summary>
    public static bool IsPair(ulong token) => token >> 60 == TwoCharacters >> 60;

    /// <summary>Whether a token is one of <see cref="Character"/>, which only the stream of characters holds.</summary>
    internal static bool IsCharacter(ulong token) => token >> 60 == OneCharacter >> 60;

    /// <summary>The token of a whole ASCII word or model number (FNV-1a, 64 bit).</summary>
    public static ulong WholeWord(ReadOnlySpan<char> word) => Word | Hash(14695981039346656037UL, word);

    static void Singles(ReadOnlySpan<char> text, List<ulong> into)
    {
        foreach (var c in text)
            if (ShortText.IsIdeograph(c)) into.Add(Character(c));
    }

    static void Pairs(ReadOnlySpan<char> text, List<ulong> into)
    {
        var before = false;
        for (var i = 0; i < text.Length; i++)
        {
            var stands = ShortText.IsIdeograph(text[i]);
            if (stands && before) into.Add(Bigram(text[i - 1], text[i]));
            before = stands;
        }
    }

    static void Words(ReadOnlySpan<char> text, List<ulong> into)
    {
        var previous = default(Range);
        var hasPrevious = false;
        for (var i = 0; i < text.Length;)
        {
            if (!ShortText.IsWordLetter(text[i])) { i++; continue; }
            var start = i;
            while (i < text.Length && ShortText.IsWordLetter(text[i])) i++;
            var word = text[start..i];
            into.Add(WholeWord(word));
            for (var k = 0; k + 3 <= word.Length && word.Length > 3; k++)
                into.Add(ThreeLetters | ((ulong)word[k] << 32) | ((ulong)word[k + 1] << 16) | word[k + 2]);
            // "6061-T6", "LG 3003" and "ADC-12" are also one word, so that any way of writing them meets the others
            if (hasPrevious && IsModelGap(text[previous.End.Value..start]) && (HasDigit(text[previous]) || HasDigit(word)))
                into.Add(Word | Hash(Hash(14695981039346656037UL, text[previous]), word));
            previous = start..i;
            hasPrevious = true;
        }
    }

    static bool IsModelGap(ReadOnlySpan<char> gap) => gap.Length == 1 && gap[0] is '-' or ' ' or '/' or '.';

    static bool HasDigit(ReadOnlySpan<char> word) => word.ContainsAnyInRange('0', '9');

    static ulong Hash(ulong hash, ReadOnlySpan<char> word)
    {
        foreach (var c in word) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }
}

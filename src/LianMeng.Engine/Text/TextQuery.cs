using System.Runtime.InteropServices;

namespace LianMeng.Engine.Text;

/// <summary>
/// What a text asks for, weighed by BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) with
/// idf = ln(1 + (N − df + ½)/(df + ½)), which is never negative. Each stream is divided by what its words weigh together, so that a document's score
/// follows from the words it shares and from nothing else that is found. Scores are whole numbers, so that a sum is the same in whatever order it is taken.
/// </summary>
sealed class TextQuery
{
    // One global setting: b and equal weights as in the textbooks; k1 below the usual 1.2 because a word repeated in
    // a short title says little. Both halves of the judged queries agree on it and the curve is flat around it.
    const double K1 = 0.5, B = 0.75, CharacterWeight = 0.5, Flat = K1 * (1 - B);

    const int Scale = 1 << 30;

    // Documents of fewer tokens are short.
    const int Short = 64;

    readonly double perCharacter, perPair;
    readonly double[] byCharacters, byPairs;
    readonly Term[] terms;

    /// <param name="text">What is asked.</param>
    /// <param name="documents">Documents in the index, at least 1.</param>
    /// <param name="characters">Tokens of all documents in the stream of characters.</param>
    /// <param name="pairs">Tokens of all documents in the stream of pairs.</param>
    /// <param name="frequency">How many documents have a token.</param>
    public TextQuery(TextCut text, int documents, long characters, long pairs, Func<ulong, int> frequency)
    {
        perCharacter = K1 * B * documents / Math.Max(1, characters);
        perPair = K1 * B * documents / Math.Max(1, pairs);
        (byCharacters, byPairs) = (Once(perCharacter), Once(perPair));
        var found = new List<Term>(text.Tokens.Length);
        var (allCharacters, allPairs) = (0.0, 0.0);
        foreach (var (token, times) in text.Tokens)
        {
            var df = frequency(token);
            if (df == 0) continue;
            var weight = times * Math.Log(1 + (documents - df + 0.5) / (df + 0.5));
            var term = new Term(token, TextTokens.IsPair(token) ? 0 : weight, TextTokens.IsCharacter(token) ? 0 : weight);
            allCharacters += term.Character;
            allPairs += term.Pair;
            found.Add(term);
        }
        terms = [.. found.Select(term => new Term(term.Token, Share(term.Character, allCharacters, CharacterWeight), Share(term.Pair, allPairs, 1 - CharacterWeight)))];
    }

    public int Count => terms.Length;

    public ulong this[int term] => terms[term].Token;

    /// <summary>What a term gives a document; never less for more occurrences or a shorter document.</summary>
    public int Worth(int term, int times, int characters, int pairs)
    {
        ref readonly var own = ref terms[term];
        return own.Pair == 0 ? WorthOf(own.Character, Part(times, characters, byCharacters, perCharacter))
            : own.Character == 0 ? WorthOf(own.Pair, Part(times, pairs, byPairs, perPair))
            : WorthOf(own.Character, Part(times, characters, byCharacters, perCharacter)) + WorthOf(own.Pair, Part(times, pairs, byPairs, perPair));
    }

    /// <summary>Whether the length that matters to a term is the same for all such documents.</summary>
    public bool IsOfOneLength(int term, TextLengths lengths) => terms[term].Pair == 0 ? lengths.AreOneInCharacters : terms[term].Character == 0 ? lengths.AreOneInPairs : lengths.AreOne;

    static int WorthOf(double weight, double part) => (int)(weight * part) + 1;

    // most tokens occur once in documents that are not long: a division less
    static double Part(int times, int length, double[] once, double per) =>
        times == 1 && length < once.Length ? once[length] : times / (times + Flat + per * length);

    static double[] Once(double per)
    {
        var once = new double[Short];
        for (var length = 0; length < Short; length++) once[length] = 1 / (1 + Flat + per * length);
        return once;
    }

    /// <summary>A sum as people read it: 1 = all words once, in a document of middling length.</summary>
    public static float ScoreOf(int sum) => (float)(sum * (1 + K1) / Scale);

    static double Share(double weight, double of, double weightOfStream) => of == 0 ? 0 : weightOfStream * weight / of * Scale;

    [StructLayout(LayoutKind.Auto)]
    readonly record struct Term(ulong Token, double Character, double Pair);
}

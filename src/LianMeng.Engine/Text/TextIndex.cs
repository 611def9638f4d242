using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace LianMeng.Engine.Text;

/// <summary>
/// Searches Chinese short texts: a BM25 stream over characters and one over bigrams, fused by scores divided by the
/// stream's best score. Ties are broken by key, so the answer never depends on the order of insertion.
/// Many readers may search at once; changes need exclusive access (the owner's lock).
/// </summary>
public sealed class TextIndex<TKey> where TKey : notnull
{
    // One global setting: b and equal weights as in the textbooks; k1 below the usual 1.2 because a word repeated in
    // a short title says little. Both halves of the judged queries agree on it and the curve is flat around it.
    const float K1 = 0.5f, B = 0.75f, CharacterWeight = 0.5f;

    readonly Bm25Index characters = new(K1, B), bigrams = new(K1, B);
    readonly Dictionary<TKey, int> numbers;
    readonly List<TKey> keys = [];
    readonly Stack<int> free = new();
    readonly IComparer<TKey> order;
    readonly ConcurrentBag<Scratch> pool = [];
    readonly List<ulong> tokens = [];

    /// <param name="order">Breaks ties between equal scores; default order of the key type when absent.</param>
    public TextIndex(IComparer<TKey>? order = null)
    {
        this.order = order ?? Comparer<TKey>.Default;
        numbers = [];
    }

    /// <summary>Documents now in the index.</summary>
    public int Count => numbers.Count;

    /// <summary>Number of documents containing a token of <see cref="TextTokens"/> (single characters in one stream, pairs in the other, words in both).</summary>
    public int DocumentFrequency(ulong token) =>
        (TextTokens.IsPair(token) ? bigrams : characters).DocumentFrequency(token);

    /// <summary>Adds a document or replaces the one under the same key.</summary>
    public void Upsert(TKey key, string text)
    {
        Remove(key);
        var normalised = ShortText.Normalise(text);
        if (!free.TryPop(out var number))
        {
            number = keys.Count;
            keys.Add(key);
        }
        keys[number] = key;
        numbers.Add(key, number);
        Fill(tokens, normalised, TextTokens.Characters);
        characters.Add(number, CollectionsMarshal.AsSpan(tokens));
        Fill(tokens, normalised, TextTokens.Bigrams);
        bigrams.Add(number, CollectionsMarshal.AsSpan(tokens));
    }

    /// <summary>Takes a document out at once. False when there was none.</summary>
    public bool Remove(TKey key)
    {
        if (!numbers.Remove(key, out var number)) return false;
        characters.Remove(number);
        bigrams.Remove(number);
        free.Push(number);
        return true;
    }

    /// <summary>The best documents for a text, best first.</summary>
    /// <param name="query">Any text; it is normalised here.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="allowed">Asked once for each document that shares a token; absent = all.</param>
    public IReadOnlyList<TextHit<TKey>> Search(string query, int take, Func<TKey, bool>? allowed = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        if (take == 0 || numbers.Count == 0) return [];
        var scratch = pool.TryTake(out var used) ? used : new Scratch();
        try
        {
            scratch.Reserve(keys.Count);
            var normalised = ShortText.Normalise(query);
            Fill(scratch.Tokens, normalised, TextTokens.Characters);
            characters.Score(CollectionsMarshal.AsSpan(scratch.Tokens), scratch.ByCharacter, scratch.Touched);
            Fill(scratch.Tokens, normalised, TextTokens.Bigrams);
            bigrams.Score(CollectionsMarshal.AsSpan(scratch.Tokens), scratch.ByBigram, scratch.TouchedPairs);
            return Fuse(scratch, take, allowed);
        }
        finally
        {
            scratch.Clear();
            pool.Add(scratch);
        }
    }

    /// <summary>Whether any document that shares a token with a text is accepted; where the text is a run of Chinese characters, only documents with its rarest pair are asked.</summary>
    public bool HasAny(string text, Func<TKey, bool> accepts)
    {
        var normalised = ShortText.Normalise(text);
        var found = new List<ulong>(normalised.Length);
        if (normalised.Length > 1 && normalised.All(ShortText.IsIdeograph))
        {
            TextTokens.Bigrams(normalised, found);
            return Accepts(bigrams, found.MinBy(bigrams.DocumentFrequency));
        }
        TextTokens.Characters(normalised, found);
        foreach (var token in found)
            if (Accepts(characters, token)) return true;
        return false;

        bool Accepts(Bm25Index stream, ulong token)
        {
            foreach (var posting in stream.Postings(token))
                if (accepts(keys[Bm25Index.DocumentOf(posting)])) return true;
            return false;
        }
    }

    TextHit<TKey>[] Fuse(Scratch scratch, int take, Func<TKey, bool>? allowed)
    {
        // A shared pair or word is a shared character or word, so the character stream has touched every hit.
        var touched = CollectionsMarshal.AsSpan(scratch.Touched);
        float bestCharacter = 1e-9f, bestBigram = 1e-9f;
        foreach (var document in touched)
        {
            bestCharacter = Math.Max(bestCharacter, scratch.ByCharacter[document]);
            bestBigram = Math.Max(bestBigram, scratch.ByBigram[document]);
        }
        var best = new TopHits(take, (a, b) => order.Compare(keys[a], keys[b]));
        foreach (var document in touched)
        {
            var score = CharacterWeight * scratch.ByCharacter[document] / bestCharacter
                + (1 - CharacterWeight) * scratch.ByBigram[document] / bestBigram;
            if (best.WouldTake(document, score) && (allowed is null || allowed(keys[document]))) best.Add(document, score);
        }
        return [.. best.Sorted().Select(hit => new TextHit<TKey>(keys[hit.Document], hit.Score))];
    }

    static void Fill(List<ulong> tokens, string normalised, Action<ReadOnlySpan<char>, List<ulong>> cut)
    {
        tokens.Clear();
        cut(normalised, tokens);
    }

    /// <summary>Working memory of one search, kept zeroed between searches.</summary>
    sealed class Scratch
    {
        public float[] ByCharacter = [], ByBigram = [];
        public readonly List<int> Touched = [], TouchedPairs = [];
        public readonly List<ulong> Tokens = [];

        public void Reserve(int documents)
        {
            if (ByCharacter.Length >= documents) return;
            ByCharacter = new float[documents + documents / 4];
            ByBigram = new float[ByCharacter.Length];
        }

        public void Clear()
        {
            foreach (var document in Touched) ByCharacter[document] = 0;
            foreach (var document in TouchedPairs) ByBigram[document] = 0;
            Touched.Clear();
            TouchedPairs.Clear();
        }
    }
}

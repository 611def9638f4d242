using System.Runtime.InteropServices;

namespace LianMeng.Engine.Text;

/// <summary>
/// One BM25 stream over numbered documents (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009),
/// with idf = ln(1 + (N − df + ½)/(df + ½)), which is never negative. Statistics are exact after every change: a removed
/// document leaves its postings at once. Not thread-safe; <see cref="TextIndex{TKey}"/>'s owner keeps writers apart.
/// </summary>
public sealed class Bm25Index(float k1, float b)
{
    /// <summary>Most documents one index can number: a posting packs the number into 24 bits and the count into 8.</summary>
    public const int MaxDocuments = 1 << 24;

    readonly Dictionary<ulong, int> terms = [];
    uint[][] postings = [];
    int[] counts = [];
    int[][] termsOfDocument = [];
    int[] lengths = [];
    long totalLength;

    /// <summary>Documents now in the index.</summary>
    public int Count { get; private set; }

    /// <summary>Number of documents that contain the token.</summary>
    public int DocumentFrequency(ulong token) => terms.TryGetValue(token, out var term) ? counts[term] : 0;

    /// <summary>The documents that contain the token, each packed with its count in the lowest 8 bits; valid until the next change.</summary>
    internal ReadOnlySpan<uint> Postings(ulong token) => terms.TryGetValue(token, out var term) ? postings[term].AsSpan(0, counts[term]) : [];

    internal static int DocumentOf(uint posting) => (int)(posting >> 8);

    /// <summary>Adds a document under a free number.</summary>
    public void Add(int document, ReadOnlySpan<ulong> tokens)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)document, (uint)MaxDocuments, nameof(document));
        if (document >= lengths.Length)
        {
            var size = Math.Max(document + 1, lengths.Length * 2);
            Array.Resize(ref lengths, size);
            Array.Resize(ref termsOfDocument, size);
        }
        if (termsOfDocument[document] is not null) throw new ArgumentException("The number is taken.", nameof(document));

        var frequency = new Dictionary<int, int>(tokens.Length);
        foreach (var token in tokens) CollectionsMarshal.GetValueRefOrAddDefault(frequency, TermOf(token), out _)++;
        foreach (var (term, count) in frequency) Insert(term, ((uint)document << 8) | (uint)Math.Min(count, 255));
        termsOfDocument[document] = [.. frequency.Keys];
        lengths[document] = tokens.Length;
        totalLength += tokens.Length;
        Count++;
    }

    /// <summary>Takes a document out; its number is free again. False when there was none.</summary>
    public bool Remove(int document)
    {
        if (document >= termsOfDocument.Length || termsOfDocument[document] is not { } own) return false;
        foreach (var term in own) Delete(term, document);
        totalLength -= lengths[document];
        lengths[document] = 0;
        termsOfDocument[document] = null!;
        Count--;
        return true;
    }

    /// <summary>Adds each document's score for the query to <paramref name="scores"/>; the numbers of documents whose score was zero before go to <paramref name="touched"/>.</summary>
    /// <param name="query">Tokens; a token that occurs twice counts twice.</param>
    /// <param name="scores">One cell a document number, zero where untouched.</param>
    /// <param name="touched">Receives each scored document once.</param>
    public void Score(ReadOnlySpan<ulong> query, float[] scores, List<int> touched)
    {
        if (Count == 0) return;
        var flat = k1 * (1 - b);
        var perToken = k1 * b / Math.Max(1e-9f, (float)totalLength / Count);
        foreach (var token in query)
        {
            if (!terms.TryGetValue(token, out var term) || counts[term] == 0) continue;
            var weight = (k1 + 1) * MathF.Log(1 + (Count - counts[term] + 0.5f) / (counts[term] + 0.5f));
            foreach (var posting in postings[term].AsSpan(0, counts[term]))
            {
                var document = DocumentOf(posting);
                var frequency = (float)(posting & 0xff);
                ref var score = ref scores[document];
                if (score == 0) touched.Add(document);
                score += weight * frequency / (frequency + flat + perToken * lengths[document]);
            }
        }
    }

    int TermOf(ulong token)
    {
        if (terms.TryGetValue(token, out var term)) return term;
        term = terms.Count;
        terms.Add(token, term);
        if (term == postings.Length)
        {
            Array.Resize(ref postings, Math.Max(256, term * 2));
            Array.Resize(ref counts, postings.Length);
        }
        postings[term] = [];
        return term;
    }

    // Postings stay sorted by document, so that a reused number lands in its place and removal finds it by bisection.
    void Insert(int term, uint posting)
    {
        ref var list = ref postings[term];
        var count = counts[term];
        if (count == list.Length) Array.Resize(ref list, Math.Max(2, count + (count >> 1) + 1));
        var at = count == 0 || list[count - 1] < posting ? count : ~Array.BinarySearch(list, 0, count, posting);
        Array.Copy(list, at, list, at + 1, count - at);
        list[at] = posting;
        counts[term] = count + 1;
    }

    void Delete(int term, int document)
    {
        var list = postings[term];
        var at = Array.BinarySearch(list, 0, counts[term], (uint)document << 8);
        if (at < 0) at = ~at;
        counts[term]--;
        Array.Copy(list, at + 1, list, at, counts[term] - at);
    }
}

namespace LianMeng.Engine.Text;

/// <summary>The part that takes what is new: a small index in memory that changes document by document. Small indexes consist of nothing else.</summary>
sealed class TextDelta : TextPart
{
    readonly Dictionary<ulong, int> terms = [];
    readonly Stack<int> free = new();
    readonly List<ulong> cut = [];
    uint[][] postings = [];
    int[] counts = [];
    string?[] texts = [];
    int[] numbers = [];
    ushort[] characters = [], pairs = [];
    byte[] mostTimes = [];
    int places;
    int[]? removed;
    bool isFrozen;

    public override int Places => places;

    public override ReadOnlySpan<int> Numbers => numbers.AsSpan(0, places);

    public override ReadOnlySpan<ushort> CharacterLengths => characters.AsSpan(0, places);

    public override ReadOnlySpan<ushort> PairLengths => pairs.AsSpan(0, places);

    public override ReadOnlySpan<byte> MostTimes => mostTimes.AsSpan(0, places);

    /// <param name="number">The document's number in the index.</param>
    /// <param name="text">Normalised.</param>
    /// <param name="document">Its tokens.</param>
    /// <returns>Its place.</returns>
    public int Add(int number, string text, TextCut document)
    {
        if (!free.TryPop(out var place)) place = places++;
        if (place >= texts.Length) Grow();
        (numbers[place], texts[place], characters[place], pairs[place], mostTimes[place]) = (number, text, document.Characters, document.Pairs, document.Most);
        foreach (var (token, times) in document.Tokens) Insert(TermOf(token), ((uint)place << 8) | (uint)times);
        Live[place >> 6] |= 1UL << place;
        Count++;
        return place;
    }

    /// <summary>From now on nothing is added, and what is removed leaves its postings: it is being read by a merge.</summary>
    public void Freeze() => isFrozen = true;

    public override void Remove(int place)
    {
        if (isFrozen)
        {
            removed ??= new int[terms.Count];
            foreach (var (token, _) in TextCut.Of(Text(place), cut).Tokens) removed[terms[token]]++;
            Live[place >> 6] &= ~(1UL << place);
            Count--;
            return;
        }
        foreach (var (token, _) in TextCut.Of(Text(place), cut).Tokens) Delete(terms[token], place);
        Live[place >> 6] &= ~(1UL << place);
        SetLabels(place, 0);
        texts[place] = null;
        free.Push(place);
        Count--;
    }

    public override ReadOnlySpan<char> Text(int place) => texts[place];

    public override TextPostings Postings(ulong token) =>
        terms.TryGetValue(token, out var term) ? PostingsAt(term) : TextPostings.None;

    public override TextPostings PostingsAt(int term) => new(postings[term], 0, counts[term], byte.MaxValue);

    public override int DocumentFrequency(ulong token) => terms.TryGetValue(token, out var term) ? counts[term] - (removed?[term] ?? 0) : 0;

    public override (ulong Token, int Term)[] Tokens() => [.. terms.OrderBy(term => term.Key).Select(term => (term.Key, term.Value))];

    // its documents come and go in any order: nothing is known of them that would spare work
    public override TextLengths LengthsOf(int window) => new(0, int.MaxValue, 0, int.MaxValue, byte.MaxValue);

    void Grow()
    {
        var size = Math.Max(4, texts.Length * 2);
        Array.Resize(ref texts, size);
        Array.Resize(ref numbers, size);
        Array.Resize(ref characters, size);
        Array.Resize(ref pairs, size);
        Array.Resize(ref mostTimes, size);
        if ((size + 63) / 64 == Live.Length) return;
        var live = Live;
        Array.Resize(ref live, (size + 63) / 64);
        Live = live;
    }

    int TermOf(ulong token)
    {
        if (terms.TryGetValue(token, out var term)) return term;
        term = terms.Count;
        terms.Add(token, term);
        if (term == postings.Length)
        {
            Array.Resize(ref postings, Math.Max(32, term * 2));
            Array.Resize(ref counts, postings.Length);
        }
        postings[term] = [];
        return term;
    }

    // Postings stay sorted by place, so that a reused place lands where it belongs and removal finds it by bisection.
    void Insert(int term, uint posting)
    {
        ref var list = ref postings[term];
        var count = counts[term];
        if (count == list.Length) Array.Resize(ref list, count == 0 ? 1 : count + (count >> 1) + 1);
        var at = count == 0 || list[count - 1] < posting ? count : ~Array.BinarySearch(list, 0, count, posting);
        Array.Copy(list, at, list, at + 1, count - at);
        list[at] = posting;
        counts[term] = count + 1;
    }

    void Delete(int term, int place)
    {
        var list = postings[term];
        var at = Array.BinarySearch(list, 0, counts[term], (uint)place << 8);
        if (at < 0) at = ~at;
        counts[term]--;
        Array.Copy(list, at + 1, list, at, counts[term] - at);
    }
}

namespace LianMeng.Engine.Text;

/// <summary>
/// Searches Chinese short texts: a BM25 stream over characters and one over pairs of them, with whole words in both, each divided by what
/// the query's words weigh in it, added up. Ties are broken by key. The answer follows from the documents alone: not from the order of insertion, nor from how they are
/// divided: a small part takes what is new, segments that never change hold the rest and are merged in the background.
/// Many threads may search while one changes it; a change is seen by the next search.
/// </summary>
public sealed class TextIndex<TKey> where TKey : notnull
{
    // Segments of one size are merged when there are so many.
    const int Like = 4;

    // Full parts that may wait to become a segment in the background; and places told anew at a time, while nobody else gets in.
    const int Waiting = 8, Told = 8192;

    readonly Dictionary<TKey, int> numbers = [];
    readonly List<TKey> keys = [];
    readonly List<(TextPart Part, int Place)> places = [];
    readonly Stack<int> free = new();
    readonly List<TextPart> segments = [];
    readonly List<ulong> cut = [];
    readonly IComparer<TKey> order;
    readonly int most;
    readonly ReaderWriterLockSlim? gate;
    TextDelta delta = new();
    TextMerge? merging;
    TextSegment? merged;
    long characters, pairs;

    /// <param name="order">Breaks ties between equal scores; default order of the key type when absent.</param>
    /// <param name="most">Documents of the part that takes what is new before it becomes a segment. Any value gives the same answers.</param>
    /// <param name="isGuarded">Whether whoever uses it sees to it himself that nobody reads while one changes it: each look is cheaper then.</param>
    public TextIndex(IComparer<TKey>? order = null, int most = 2048, bool isGuarded = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, TextPart.MostTogether);
        this.order = order ?? Comparer<TKey>.Default;
        this.most = most;
        gate = isGuarded ? null : new();
    }

    /// <summary>Documents now in the index.</summary>
    public int Count => numbers.Count;

    /// <summary>Done when no merge is under way.</summary>
    public Task Merged { get; private set; } = Task.CompletedTask;

    /// <summary>Number of documents containing a token of <see cref="TextTokens"/> (single characters in one stream, pairs in the other, words in both).</summary>
    public int DocumentFrequency(ulong token)
    {
        gate?.EnterReadLock();
        try { return Frequency(token); }
        finally { gate?.ExitReadLock(); }
    }

    /// <summary>Adds a document or replaces the one under the same key.</summary>
    /// <param name="key">The document's key.</param>
    /// <param name="text">Any text; it is normalised here.</param>
    /// <param name="labels">A bit for each of 64 labels, for searches that want only documents with some of them.</param>
    public void Upsert(TKey key, string text, ulong labels = 0)
    {
        var normalised = ShortText.Normalise(text);
        BeginChange();
        try
        {
            var document = TextCut.Of(normalised, cut);
            Drop(key);
            if (!free.TryPop(out var number))
            {
                number = keys.Count;
                keys.Add(key);
                places.Add(default);
            }
            keys[number] = key;
            numbers.Add(key, number);
            places[number] = (delta, delta.Add(number, normalised, document));
            if (labels != 0) delta.SetLabels(places[number].Place, labels);
            characters += document.Characters;
            pairs += document.Pairs;
            if (delta.Count >= most) Settle();
        }
        finally { gate?.ExitWriteLock(); }
    }

    /// <summary>Gives a document other labels. False when there is none.</summary>
    public bool Label(TKey key, ulong labels)
    {
        BeginChange();
        try
        {
            if (!numbers.TryGetValue(key, out var number)) return false;
            var (part, place) = PlaceOf(number);
            part.SetLabels(place, labels);
            merging?.Changed(part, place, labels);
            return true;
        }
        finally { gate?.ExitWriteLock(); }
    }

    /// <summary>Takes a document out at once. False when there was none.</summary>
    public bool Remove(TKey key)
    {
        BeginChange();
        try { return Drop(key); }
        finally { gate?.ExitWriteLock(); }
    }

    /// <summary>The best documents for a text, best first.</summary>
    /// <param name="query">Any text; it is normalised here.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="allowed">Asked of documents that would be among the best; absent = all. It must not change the index.</param>
    /// <param name="anyOf">Only documents with one of these labels; 0 = all. Costs nothing a document, unlike <paramref name="allowed"/>.</param>
    public IReadOnlyList<TextHit<TKey>> Search(string query, int take, Func<TKey, bool>? allowed = null, ulong anyOf = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        if (take == 0) return [];
        var room = TextScratch.Take();
        gate?.EnterReadLock();
        try
        {
            if (numbers.Count == 0) return [];
            var asked = new TextQuery(TextCut.Of(ShortText.Normalise(query), room.Tokens), numbers.Count, characters, pairs, Frequency);
            return asked.Count == 0 ? [] : Best(asked, take, allowed, anyOf, room);
        }
        finally
        {
            gate?.ExitReadLock();
            room.GiveBack();
        }
    }

    /// <summary>Whether any document that shares a token with a text is accepted; where the text is a run of Chinese characters, only documents with its rarest pair are asked.</summary>
    public bool HasAny(string text, Func<TKey, bool> accepts)
    {
        var normalised = ShortText.Normalise(text);
        var found = new List<ulong>(normalised.Length);
        gate?.EnterReadLock();
        try
        {
            if (normalised.Length > 1 && normalised.All(ShortText.IsIdeograph))
            {
                TextTokens.Bigrams(normalised, found);
                return Accepts(found.MinBy(Frequency));
            }
            TextTokens.Characters(normalised, found);
            return found.Exists(Accepts);
        }
        finally { gate?.ExitReadLock(); }

        bool Accepts(ulong token) => AcceptsIn(delta, token) || segments.Exists(segment => AcceptsIn(segment, token));

        bool AcceptsIn(TextPart part, ulong token)
        {
            var postings = part.Postings(token);
            for (var i = postings.Start; i < postings.End; i++)
                if (TextPostings.PlaceOf(postings.List[i]) is var place && part.IsLive(place) && accepts(keys[part.Numbers[place]])) return true;
            return false;
        }
    }

    TextHit<TKey>[] Best(TextQuery asked, int take, Func<TKey, bool>? allowed, ulong anyOf, TextScratch room)
    {
        var best = new TopHits(take, (a, b) => order.Compare(keys[a], keys[b]));
        var pass = new TextPass(asked, room, best, allowed is null ? null : number => allowed(keys[number]));
        // the largest first: what it gives spares most of the others
        foreach (var segment in segments) pass.Run(segment, segment.Admitted(anyOf, room));
        pass.Run(delta, delta.Admitted(anyOf, room));
        return [.. best.Sorted().Select(hit => new TextHit<TKey>(keys[hit.Document], TextQuery.ScoreOf(hit.Score)))];
    }

    int Frequency(ulong token)
    {
        var sum = delta.DocumentFrequency(token);
        foreach (var segment in segments) sum += segment.DocumentFrequency(token);
        return sum;
    }

    bool Drop(TKey key)
    {
        if (!numbers.Remove(key, out var number)) return false;
        var (part, place) = PlaceOf(number);
        characters -= part.CharacterLengths[place];
        pairs -= part.PairLengths[place];
        part.Remove(place);
        merging?.Changed(part, place, null);
        places[number] = default;
        keys[number] = default!;
        free.Push(number);
        if (part != delta && part.Count < part.Places / 2) Tidy();
        return true;
    }

    /// <summary>Whoever guards it himself is the only one here now: what was merged meanwhile is put in.</summary>
    void BeginChange()
    {
        gate?.EnterWriteLock();
        if (gate is not null || Volatile.Read(ref merged) is not { } segment) return;
        merged = null;
        Put(segment);
        Tell(segment, 0, segment.Places);
        Next();
    }

    /// <summary>What was taken in will be a segment: in the background, unless too much is waiting already.</summary>
    void Settle()
    {
        if (segments.Count(part => part is TextDelta) < Waiting)
        {
            delta.Freeze();
            segments.Add(delta);
        }
        else
        {
            var segment = new TextMerge([delta]).Run();
            segments.Add(segment);
            Tell(segment, 0, segment.Places);
        }
        Sort();
        delta = new();
        Tidy();
    }

    /// <summary>Starts the merge that is due, if none is under way.</summary>
    void Tidy()
    {
        if (merging is not null || Due() is not { Count: > 0 } due) return;
        merging = new(due);
        var own = merging;
        Merged = Task.Run(() =>
        {
            var segment = own.Run();
            if (gate is null)
            {
                Volatile.Write(ref merged, segment);
                return;
            }
            Alone(() => Put(segment));
            // bit by bit, so that nobody waits long; until then a place is found by where its part went
            for (var from = 0; from < segment.Places; from += Told)
            {
                var start = from;
                Alone(() => Tell(segment, start, Math.Min(start + Told, segment.Places)));
            }
            Alone(Next);
        });

        void Alone(Action change)
        {
            gate.EnterWriteLock();
            try { change(); }
            finally { gate.ExitWriteLock(); }
        }
    }

    void Next()
    {
        merging = null;
        Tidy();
    }

    /// <summary>What to merge: full parts that are no segments yet, enough segments of one size, or one that lost half its documents.</summary>
    IReadOnlyList<TextPart> Due()
    {
        if (segments.Exists(part => part is TextDelta)) return [.. segments.Where(part => part is TextDelta)];
        var alike = segments.GroupBy(SizeOf).FirstOrDefault(group => group.Count() >= Like);
        if (alike is not null) return [.. segments.Where(segment => SizeOf(segment) <= alike.Key)];
        return [.. segments.Where(segment => segment.Count < segment.Places / 2).Take(1)];

        int SizeOf(TextPart part) => (int)Math.Log(Math.Max(1.0, (double)part.Count / most) + 1e-9, Like);
    }

    /// <summary>A segment takes the place of what it was made of.</summary>
    void Put(TextSegment segment)
    {
        merging!.Installed(segment);
        segments.RemoveAll(merging.Parts.Contains);
        if (segment.Count > 0) segments.Add(segment);
        Sort();
    }

    void Sort() => segments.Sort((a, b) => b.Count.CompareTo(a.Count));

    /// <summary>Notes where the documents of some places are.</summary>
    void Tell(TextSegment segment, int from, int to)
    {
        for (var place = from; place < to; place++)
            if (segment.IsLive(place)) places[segment.Numbers[place]] = (segment, place);
    }

    /// <summary>Where a document is now.</summary>
    (TextPart Part, int Place) PlaceOf(int number)
    {
        var (part, place) = places[number];
        while (part.Went is var (segment, moved)) (part, place) = (segment, moved[place]);
        return (part, place);
    }
}

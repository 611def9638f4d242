namespace LianMeng.Engine.Text;

/// <summary>
/// A part whose postings never change: one array for all tokens. Its documents stand in the order of their length, those that repeat a token behind the others, so
/// that a window of them is of one length as a rule and the most a token can give there is known closely.
/// </summary>
sealed class TextSegment : TextPart
{
    readonly ulong[] tokens;
    readonly int[] starts;
    readonly byte[] most;
    readonly uint[] postings;
    readonly int[] table;
    readonly int shift;
    readonly char[] texts;
    readonly int[] textStarts, numbers;
    readonly ushort[] characters, pairs;
    readonly byte[] mostTimes;
    readonly TextLengths[] lengths;
    // A segment is large, and a token of one in so many of its documents frequent.
    const int Large = 1 << 16, Frequent = 32;

    readonly Dictionary<int, ulong[]> frequent = [];
    readonly List<ulong> cut = [];
    int[]? removed;

    /// <param name="tokens">In order.</param>
    /// <param name="starts">Where each token's postings start, and the end of the last.</param>
    /// <param name="postings">Of all tokens.</param>
    /// <param name="texts">Of all documents.</param>
    /// <param name="textStarts">Where each text starts, and the end of the last.</param>
    /// <param name="documents">By place: number, lengths, and how often the most frequent token occurs.</param>
    public TextSegment(ulong[] tokens, int[] starts, uint[] postings, char[] texts, int[] textStarts, (int[] Numbers, ushort[] Characters, ushort[] Pairs, byte[] MostTimes) documents)
    {
        (this.tokens, this.starts, this.postings, this.texts, this.textStarts) = (tokens, starts, postings, texts, textStarts);
        (numbers, characters, pairs, mostTimes) = documents;
        Count = numbers.Length;
        Live = new ulong[(Count + 63) / 64];
        Array.Fill(Live, ulong.MaxValue);
        if ((Count & 63) != 0) Live[^1] = (1UL << (Count & 63)) - 1;
        var windows = new List<TextLengths>();
        while (StartOf(windows.Count) is var first && first < Count)
        {
            var window = first..Math.Min(Count, StartOf(windows.Count + 1));
            windows.Add(TextLengths.Of(CharacterLengths[window], PairLengths[window], MostTimes[window]));
        }
        lengths = [.. windows];

        most = new byte[tokens.Length];
        var bits = Math.Max(4, 33 - int.LeadingZeroCount(tokens.Length));
        table = new int[1 << bits];
        shift = 64 - bits;
        for (var term = 0; term < tokens.Length; term++)
        {
            for (var i = starts[term]; i < starts[term + 1]; i++) most[term] = Math.Max(most[term], (byte)postings[i]);
            var at = Bucket(tokens[term]);
            while (table[at] != 0) at = (at + 1) & (table.Length - 1);
            table[at] = term + 1;
            if (Count >= Large && starts[term + 1] - starts[term] > Count / Frequent) frequent.Add(term, PlacesOf(term));
        }
    }

    public override int Together => Places >= Large * 4 ? 14 : base.Together;

    public override int Places => numbers.Length;

    public override ReadOnlySpan<int> Numbers => numbers;

    public override ReadOnlySpan<ushort> CharacterLengths => characters;

    public override ReadOnlySpan<ushort> PairLengths => pairs;

    public override ReadOnlySpan<byte> MostTimes => mostTimes;

    public override ReadOnlySpan<char> Text(int place) => texts.AsSpan(textStarts[place]..textStarts[place + 1]);

    public override TextPostings Postings(ulong token) =>
        TermOf(token) is >= 0 and var term ? PostingsAt(term) : TextPostings.None;

    public override TextPostings PostingsAt(int term) => new(postings, starts[term], starts[term + 1], most[term], frequent.GetValueOrDefault(term));

    public override int DocumentFrequency(ulong token) =>
        TermOf(token) is >= 0 and var term ? starts[term + 1] - starts[term] - (removed?[term] ?? 0) : 0;

    public override (ulong Token, int Term)[] Tokens() => [.. tokens.Select((token, term) => (token, term))];

    public override TextLengths LengthsOf(int window) => lengths[window];

    public override void Remove(int place)
    {
        removed ??= new int[tokens.Length];
        foreach (var (token, _) in TextCut.Of(Text(place), cut).Tokens) removed[TermOf(token)]++;
        Live[place >> 6] &= ~(1UL << place);
        Count--;
    }

    ulong[] PlacesOf(int term)
    {
        var bits = new ulong[Live.Length];
        for (var i = starts[term]; i < starts[term + 1]; i++)
            if (TextPostings.PlaceOf(postings[i]) is var place) bits[place >> 6] |= 1UL << place;
        return bits;
    }

    int TermOf(ulong token)
    {
        for (var at = Bucket(token); table[at] is > 0 and var next; at = (at + 1) & (table.Length - 1))
            if (tokens[next - 1] == token) return next - 1;
        return -1;
    }

    int Bucket(ulong token) => (int)(token * 0x9E3779B97F4A7C15UL >> shift);
}

using System.Numerics;
using System.Runtime.InteropServices;

namespace LianMeng.Engine.Text;

/// <summary>
/// Documents of an index with their postings. Documents are numbered within the part; a posting packs that place into 24 bits and how often the
/// token occurs into 8. What is removed leaves the bitmap and the counts at once and the postings when parts are merged.
/// </summary>
abstract class TextPart
{
    /// <summary>Most places of one part.</summary>
    public const int MostPlaces = 1 << 24;

    /// <summary>Most documents scored together.</summary>
    public const int MostTogether = 1 << 14;

    const int FirstTogether = 10;

    /// <summary>Documents scored together, as a power of two: their sums fit the nearest cache, or in a large part the next one, where a term has more of them at a time.</summary>
    public virtual int Together => 12;

    /// <summary>Where a window of documents scored together starts: small ones first, so that little is gone through before it is known what it takes to be kept.</summary>
    public int StartOf(int window) => window == 0 ? 0 : window + FirstTogether <= Together ? 1 << (FirstTogether + window - 1) : window - (Together - FirstTogether) << Together;

    /// <summary>The segment that took its place, and where each of its documents went; null while it is in use.</summary>
    public (TextSegment Segment, int[] Moved)? Went { get; set; }

    readonly ulong[]?[] labelled = new ulong[]?[64];

    /// <summary>Places in use, those of removed documents included.</summary>
    public abstract int Places { get; }

    /// <summary>Documents that are not removed.</summary>
    public int Count { get; protected set; }

    /// <summary>By place: the document's number in the index.</summary>
    public abstract ReadOnlySpan<int> Numbers { get; }

    /// <summary>By place: tokens in the stream of characters.</summary>
    public abstract ReadOnlySpan<ushort> CharacterLengths { get; }

    /// <summary>By place: tokens in the stream of pairs.</summary>
    public abstract ReadOnlySpan<ushort> PairLengths { get; }

    /// <summary>By place: how often the document's most frequent token occurs.</summary>
    public abstract ReadOnlySpan<byte> MostTimes { get; }

    /// <summary>A bit a place, set while the document is not removed.</summary>
    public ulong[] Live { get; protected set; } = [];

    public abstract ReadOnlySpan<char> Text(int place);

    /// <summary>The postings of a token, by place; none when no document ever had it.</summary>
    public abstract TextPostings Postings(ulong token);

    /// <summary>How many documents that are not removed have the token.</summary>
    public abstract int DocumentFrequency(ulong token);

    /// <summary>All tokens in order, each with what <see cref="PostingsAt"/> finds it by.</summary>
    public abstract (ulong Token, int Term)[] Tokens();

    /// <summary>The postings of a token of <see cref="Tokens"/>.</summary>
    public abstract TextPostings PostingsAt(int term);

    /// <summary>The shortest and the longest document of a window in each stream.</summary>
    public abstract TextLengths LengthsOf(int window);

    public abstract void Remove(int place);

    public bool IsLive(int place) => (Live[place >> 6] >> (place & 63) & 1) != 0;

    public void SetLabels(int place, ulong labels)
    {
        for (var label = 0; label < labelled.Length; label++)
        {
            var has = (labels >> label & 1) != 0;
            if (labelled[label] is not { } bits || bits.Length < Live.Length)
            {
                if (!has) continue;
                Array.Resize(ref labelled[label], Live.Length);
                bits = labelled[label]!;
            }
            if (has) bits[place >> 6] |= 1UL << place;
            else bits[place >> 6] &= ~(1UL << place);
        }
    }

    public ulong LabelsOf(int place)
    {
        var labels = 0UL;
        for (var label = 0; label < labelled.Length; label++)
            if (labelled[label] is { } bits && place >> 6 < bits.Length && (bits[place >> 6] >> (place & 63) & 1) != 0) labels |= 1UL << label;
        return labels;
    }

    /// <summary>The documents with one of the labels that are not removed, as a bitmap; <paramref name="anyOf"/> 0 = all that are not removed.</summary>
    public ReadOnlySpan<ulong> Admitted(ulong anyOf, TextScratch room)
    {
        if (anyOf == 0) return Live;
        if (room.Bitmap.Length < Live.Length) room.Bitmap = new ulong[Live.Length + Live.Length / 2];
        var admitted = room.Bitmap.AsSpan(0, Live.Length);
        admitted.Clear();
        for (; anyOf != 0; anyOf &= anyOf - 1)
            if (labelled[BitOperations.TrailingZeroCount(anyOf)] is { } bits) Or(admitted, bits);
        And(admitted, Live);
        return admitted;
    }

    static void Or(Span<ulong> into, ReadOnlySpan<ulong> bits)
    {
        // a label used last before the part grew has a shorter bitmap
        bits = bits[..Math.Min(bits.Length, into.Length)];
        var wide = MemoryMarshal.Cast<ulong, Vector<ulong>>(into);
        var wideBits = MemoryMarshal.Cast<ulong, Vector<ulong>>(bits);
        for (var i = 0; i < wideBits.Length; i++) wide[i] |= wideBits[i];
        for (var i = wideBits.Length * Vector<ulong>.Count; i < bits.Length; i++) into[i] |= bits[i];
    }

    static void And(Span<ulong> into, ReadOnlySpan<ulong> bits)
    {
        var wide = MemoryMarshal.Cast<ulong, Vector<ulong>>(into);
        var wideBits = MemoryMarshal.Cast<ulong, Vector<ulong>>(bits);
        for (var i = 0; i < wide.Length; i++) wide[i] &= wideBits[i];
        for (var i = wide.Length * Vector<ulong>.Count; i < into.Length; i++) into[i] &= bits[i];
    }
}

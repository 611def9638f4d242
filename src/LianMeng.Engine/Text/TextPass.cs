using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LianMeng.Engine.Text;

/// <summary>
/// Goes through the parts of an index for the best documents and leaves out what cannot be among them (MaxScore, Turtle and Flood 1995, window by
/// window): terms that together cannot lift a document to the worst one kept are only looked up for documents that the other terms brought. What is
/// left out follows from exact bounds, so that the answer is that of scoring everything.
/// </summary>
/// <param name="query">What is asked.</param>
/// <param name="room">Working memory; nobody else uses it meanwhile.</param>
/// <param name="best">Keeps what is found, by number.</param>
/// <param name="allowed">Asked of numbers that would be kept; absent = all.</param>
sealed class TextPass(TextQuery query, TextScratch room, TopHits best, Func<int, bool>? allowed)
{
    readonly int[] sums = room.Sums;
    readonly ulong[] touched = room.Touched;
    TextReading[] reading = room.ReadingOf(query.Count);
    int count;

    /// <param name="part">Documents.</param>
    /// <param name="admitted">Those of interest, as a bitmap.</param>
    public void Run(TextPart part, ReadOnlySpan<ulong> admitted)
    {
        count = 0;
        for (var term = 0; term < query.Count; term++)
            if (part.Postings(query[term]) is var postings && postings.Start < postings.End) reading[count++] = new(term, postings);
        if (count == 0) return;
        var known = default(TextLengths);
        for (var window = 0; part.StartOf(window) is var first && first < part.Places; window++)
        {
            var lengths = part.LengthsOf(window);
            if (window == 0 || lengths != known) Bound(known = lengths);
            // the terms up to here cannot reach it together
            var idle = 0;
            while (idle < count && reading[idle].Reach < best.Least) idle++;
            if (idle == count) continue;
            var last = Math.Min(part.Places, part.StartOf(window + 1));
            for (var i = idle; i < count; i++) Gather(part, ref reading[i], first, last, lengths);
            Pick(part, admitted, first, last, idle, lengths.MostTimes == 1);
        }
    }

    /// <summary>What each term can give here at most, the least first, and what all up to it can.</summary>
    void Bound(TextLengths lengths)
    {
        for (var i = 0; i < count; i++)
        {
            var own = reading[i];
            own.Most = query.Worth(own.Term, Math.Min(own.Postings.Most, lengths.MostTimes), lengths.LeastCharacters, lengths.LeastPairs);
            // nearly in order from the window before
            var at = i;
            for (; at > 0 && reading[at - 1].Most > own.Most; at--) reading[at] = reading[at - 1];
            reading[at] = own;
        }
        var sum = 0;
        for (var i = 0; i < count; i++) reading[i].Reach = sum += reading[i].Most;
    }

    void Gather(TextPart part, ref TextReading own, int first, int last, TextLengths lengths)
    {
        var at = own.Seek(first);
        var limit = (uint)last << 8;
        var list = own.Postings.List.AsSpan(0, own.Postings.End);
        // of documents between first and last, so that both stay within their bounds
        ref var cells = ref MemoryMarshal.GetArrayDataReference(sums);
        ref var marks = ref MemoryMarshal.GetArrayDataReference(touched);
        if (query.IsOfOneLength(own.Term, lengths))
        {
            var once = query.Worth(own.Term, 1, lengths.LeastCharacters, lengths.LeastPairs);
            for (; at < list.Length && list[at] is var posting && posting < limit; at++)
            {
                var cell = TextPostings.PlaceOf(posting) - first;
                var times = (int)(posting & 0xff);
                Unsafe.Add(ref cells, cell) += times == 1 ? once : query.Worth(own.Term, times, lengths.LeastCharacters, lengths.LeastPairs);
                Unsafe.Add(ref marks, cell >> 6) |= 1UL << cell;
            }
        }
        else
        {
            var characters = part.CharacterLengths;
            var pairs = part.PairLengths;
            for (; at < list.Length && list[at] is var posting && posting < limit; at++)
            {
                var place = TextPostings.PlaceOf(posting);
                var cell = place - first;
                Unsafe.Add(ref cells, cell) += query.Worth(own.Term, (int)(posting & 0xff), characters[place], pairs[place]);
                Unsafe.Add(ref marks, cell >> 6) |= 1UL << cell;
            }
        }
        own.At = at;
    }

    void Pick(TextPart part, ReadOnlySpan<ulong> admitted, int first, int last, int idle, bool isOnce)
    {
        var rest = idle == 0 ? 0 : reading[idle - 1].Reach;
        var needed = best.Least - rest;
        for (var word = 0; word << 6 < last - first; word++)
        {
            if (touched[word] == 0) continue;
            // who is not of interest is passed over by whole words: asking one by one is guesswork to the processor
            var bits = touched[word] & admitted[(first >> 6) + word];
            touched[word] = 0;
            var cells = sums.AsSpan(word << 6, 64);
            for (; bits != 0; bits &= bits - 1)
            {
                var cell = BitOperations.TrailingZeroCount(bits);
                var sum = cells[cell];
                if (sum < needed) continue;
                var place = first + (word << 6) + cell;
                var worth = Complete(part, place, sum, idle, isOnce);
                if (worth < best.Least) continue;
                var number = part.Numbers[place];
                if (!best.WouldTake(number, worth) || (allowed is not null && !allowed(number))) continue;
                best.Add(number, worth);
                needed = best.Least - rest;
            }
            cells.Clear();
        }
    }

    /// <summary>The document's whole worth; less as soon as it cannot be of interest.</summary>
    int Complete(TextPart part, int place, int sum, int idle, bool isOnce)
    {
        var least = best.Least;
        for (var i = idle - 1; i >= 0; i--)
        {
            ref var own = ref reading[i];
            if (sum + own.Reach < least) return -1;
            if (own.Postings.Places is { } places)
            {
                if ((places[place >> 6] >> place & 1) == 0) continue;
                if (isOnce)
                {
                    sum += query.Worth(own.Term, 1, part.CharacterLengths[place], part.PairLengths[place]);
                    continue;
                }
            }
            var at = own.Seek(place);
            if (at < own.Postings.End && TextPostings.PlaceOf(own.Postings.List[at]) == place)
                sum += query.Worth(own.Term, (int)(own.Postings.List[at] & 0xff), part.CharacterLengths[place], part.PairLengths[place]);
        }
        return sum;
    }
}

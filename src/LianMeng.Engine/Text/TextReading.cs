namespace LianMeng.Engine.Text;

/// <summary>One term's postings in a part, and how far they are read.</summary>
/// <param name="term">The term's place in the query.</param>
/// <param name="postings">In the part.</param>
struct TextReading(int term, TextPostings postings)
{
    public readonly TextPostings Postings = postings;

    public readonly int Term = term;

    /// <summary>The next posting.</summary>
    public int At = postings.Start;

    /// <summary>What the term can give a document of the window at most.</summary>
    public int Most;

    /// <summary>What it can give together with all that can give less.</summary>
    public int Reach;

    /// <summary>Goes on to the first posting at a place or behind it.</summary>
    public int Seek(int place)
    {
        var (list, end, low) = (Postings.List, Postings.End, At);
        var wanted = (uint)place << 8;
        if (low == end || list[low] >= wanted) return low;
        // ever longer steps, then halves: the next one is near as a rule
        var step = 1;
        while (low + step < end && list[low + step] < wanted)
        {
            low += step;
            step <<= 1;
        }
        var high = Math.Min(low + step, end);
        while (high - low > 1)
        {
            var middle = (low + high) >>> 1;
            if (list[middle] < wanted) low = middle;
            else high = middle;
        }
        return At = high;
    }
}

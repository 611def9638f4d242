namespace LianMeng.Engine.Text;

/// <summary>A stretch of postings, in the order of their places.</summary>
/// <param name="List">Each packs the place into 24 bits and the count into the lowest 8.</param>
/// <param name="Most">No count is above it.</param>
/// <param name="Places">A bit a place, of frequent tokens: looked up sooner than the list; null of others.</param>
readonly record struct TextPostings(uint[] List, int Start, int End, int Most, ulong[]? Places = null)
{
    public static readonly TextPostings None = new([], 0, 0, 0);

    public int Length => End - Start;

    public static int PlaceOf(uint posting) => (int)(posting >> 8);
}

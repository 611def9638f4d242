namespace LianMeng.Engine.Text;

/// <summary>Working memory of a search, one a thread and shared by all indexes.</summary>
sealed class TextScratch
{
    [ThreadStatic]
    static TextScratch? idle;

    TextReading[] reading = [];

    /// <summary>Sums of one window's documents; zero between uses.</summary>
    public int[] Sums { get; } = new int[TextPart.MostTogether];

    /// <summary>Which of them are not zero.</summary>
    public ulong[] Touched { get; } = new ulong[TextPart.MostTogether / 64];

    public List<ulong> Tokens { get; } = [];

    /// <summary>Room for a filter.</summary>
    public ulong[] Bitmap { get; set; } = [];

    // a filter may search another index
    public static TextScratch Take()
    {
        var own = idle ?? new();
        idle = null;
        return own;
    }

    public TextReading[] ReadingOf(int terms) => reading.Length >= terms ? reading : reading = new TextReading[Math.Max(32, terms)];

    public void GiveBack()
    {
        // it must not keep alive what an index has let go
        Array.Clear(reading);
        idle = this;
    }
}

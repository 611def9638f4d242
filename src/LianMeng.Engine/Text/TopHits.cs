namespace LianMeng.Engine.Text;

/// <summary>The best few of many scored documents: a binary heap with the worst kept one on top.</summary>
sealed class TopHits(int capacity, Comparison<int> tie)
{
    readonly List<(int Document, int Score)> heap = new(Math.Min(capacity, 1024));

    /// <summary>Whether <see cref="Add"/> would keep it; cheap, so it is asked before any filter.</summary>
    public bool WouldTake(int document, int score) => heap.Count < capacity || Better((document, score), heap[0]);

    /// <summary>What is below this is not kept.</summary>
    public int Least => heap.Count < capacity ? 0 : heap[0].Score;

    public void Add(int document, int score)
    {
        if (heap.Count < capacity)
        {
            heap.Add((document, score));
            Rise(heap.Count - 1);
        }
        else if (Better((document, score), heap[0]))
        {
            heap[0] = (document, score);
            Sink(0);
        }
    }

    /// <summary>Best first.</summary>
    public List<(int Document, int Score)> Sorted()
    {
        heap.Sort((a, b) => Better(a, b) ? -1 : Better(b, a) ? 1 : 0);
        return heap;
    }

    bool Better((int Document, int Score) a, (int Document, int Score) b) =>
        a.Score != b.Score ? a.Score > b.Score : tie(a.Document, b.Document) < 0;

    void Rise(int at)
    {
        while (at > 0 && Better(heap[(at - 1) / 2], heap[at]))
        {
            (heap[at], heap[(at - 1) / 2]) = (heap[(at - 1) / 2], heap[at]);
            at = (at - 1) / 2;
        }
    }

    void Sink(int at)
    {
        while (true)
        {
            var worst = at;
            for (var child = 2 * at + 1; child <= 2 * at + 2; child++)
                if (child < heap.Count && Better(heap[worst], heap[child])) worst = child;
            if (worst == at) return;
            (heap[at], heap[worst]) = (heap[worst], heap[at]);
            at = worst;
        }
    }
}

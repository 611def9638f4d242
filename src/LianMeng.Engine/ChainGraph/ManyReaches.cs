using System.Numerics;

namespace LianMeng.Engine.ChainGraph;

/// <summary>
/// Counts what each product reaches, for 256 made products at a time in one pass over all links a step: steps × links × made ÷ 256 passes, whatever the shape of the graph.
/// </summary>
internal sealed class ManyReaches(int[] starts, int[] targets, bool[] isMade)
{
    private const int Words = 4;

    /// <summary>Fills in the counts of <paramref name="of"/> from place <paramref name="first"/> on.</summary>
    public void Count(IReadOnlyList<int> of, int[] counts, int first, int steps)
    {
        var made = Enumerable.Range(0, isMade.Length).Where(place => isMade[place]).ToArray();
        var (now, next) = (new ulong[isMade.Length * Words], new ulong[isMade.Length * Words]);
        for (var start = 0; start < made.Length; start += Words * 64)
        {
            Array.Clear(now);
            var block = made.AsSpan(start, Math.Min(Words * 64, made.Length - start));
            for (var bit = 0; bit < block.Length; bit++) now[block[bit] * Words + bit / 64] |= 1UL << bit % 64;
            for (var step = 0; step < steps; step++)
            {
                Step(now, next);
                (now, next) = (next, now);
            }

            for (var i = first; i < counts.Length; i++)
                for (var word = 0; word < Words; word++) counts[i] += BitOperations.PopCount(now[of[i] * Words + word]);
        }

        // a product made here always reaches itself
        for (var i = first; i < counts.Length; i++)
            if (isMade[of[i]]) counts[i]--;
    }

    private void Step(ulong[] now, ulong[] next)
    {
        for (var place = 0; place < isMade.Length; place++)
        {
            var at = place * Words;
            var (a, b, c, d) = (now[at], now[at + 1], now[at + 2], now[at + 3]);
            foreach (var target in targets.AsSpan(starts[place]..starts[place + 1]))
            {
                var to = target * Words;
                a |= now[to];
                b |= now[to + 1];
                c |= now[to + 2];
                d |= now[to + 3];
            }

            (next[at], next[at + 1], next[at + 2], next[at + 3]) = (a, b, c, d);
        }
    }
}

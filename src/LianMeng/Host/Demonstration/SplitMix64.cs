namespace LianMeng.Host.Demonstration;

/// <summary>
/// The demonstration's dice: the same seed gives the same firms on every machine and in every year, which System.Random does
/// not promise. Sebastiano Vigna's SplitMix64 (public domain, 2015).
/// </summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 to <paramref name="count"/> − 1.</summary>
    public int Below(int count) => (int)((Next() >> 33) % (ulong)count);

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    /// <summary>One of the values; the greater its weight, the likelier.</summary>
    public T Weighted<T>(IReadOnlyList<(T Value, int Weight)> list)
    {
        var at = Below(list.Sum(i => i.Weight));
        foreach (var (value, weight) in list)
        {
            if ((at -= weight) < 0) return value;
        }

        throw new InvalidOperationException("The weights changed while they were read.");
    }

    /// <summary>About normally distributed, mean 0, deviation 1: the sum of twelve even throws less six.</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++) sum += (Next() >> 11) * (1.0 / (1UL << 53));
        return sum;
    }

    /// <summary>The list in another order.</summary>
    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (list[i], list[other]) = (list[other], list[i]);
        }

        return list;
    }
}

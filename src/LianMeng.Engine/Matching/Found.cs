namespace LianMeng.Engine.Matching;

/// <summary>The offers found for one request, of which the best owners are wanted in order.</summary>
sealed class Found
{
    readonly List<Entry> entries = [];

    /// <summary>Whether anybody answers directly.</summary>
    public bool HasDirect { get; private set; }

    public void Add(KnownOffer known, Judgement judged)
    {
        entries.Add(new(known, judged.Score, judged.Best.IsDirect));
        HasDirect |= judged.Best.IsDirect;
    }

    /// <summary>The best owners, each with its best offer and with its others that answer directly.</summary>
    public IReadOnlyList<(KnownOffer Best, bool IsDirect, IReadOnlyList<Guid> Also)> Best(int take)
    {
        var shown = new List<Entry>();
        // thousands may be found and ten are shown: only what scores like them is put in order, more only where owners have many offers
        for (var reach = Math.Max(0, take); shown.Count < take && reach < int.MaxValue; reach = reach < entries.Count ? reach * 4 : int.MaxValue)
            shown = [.. Ordered(Leading(reach)).DistinctBy(entry => entry.Owner).Take(take)];
        var owners = shown.Select(entry => entry.Owner).ToHashSet();
        var others = Ordered(entries.Where(entry => entry.IsDirect && owners.Contains(entry.Owner))).ToLookup(entry => entry.Owner, entry => entry.Known.Offer.Id);
        return [.. shown.Select(entry => (entry.Known, entry.IsDirect, (IReadOnlyList<Guid>)[.. others[entry.Owner].Where(id => id != entry.Known.Offer.Id)]))];
    }

    /// <summary>At least so many, and all that score like the last of them.</summary>
    IEnumerable<Entry> Leading(int count)
    {
        if (count >= entries.Count) return entries;
        var scores = entries.Select(entry => entry.Score).ToArray();
        Array.Sort(scores);
        var least = count == 0 ? double.MaxValue : scores[^count];
        return entries.Where(entry => entry.Score >= least);
    }

    static IEnumerable<Entry> Ordered(IEnumerable<Entry> some) =>
        some.OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Known.Offer.Name, StringComparer.Ordinal).ThenBy(entry => entry.Known.Offer.Id);

    readonly record struct Entry(KnownOffer Known, double Score, bool IsDirect)
    {
        public Guid Owner => Known.Offer.OwnerId;
    }
}

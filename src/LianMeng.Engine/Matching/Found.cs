namespace LianMeng.Engine.Matching;

/// <summary>The offers found for one request, of which the best owners are wanted in order.</summary>
sealed class Found
{
    // Of ten places so many are kept for names that are only near, where others would take all.
    const int Kept = 3;

    readonly List<Entry> entries = [];
    readonly Dictionary<KnownOffer, Judgement> near = [];

    /// <summary>Whether anybody answers directly.</summary>
    public bool HasDirect { get; private set; }

    public void Add(KnownOffer known, Judgement judged)
    {
        entries.Add(new(known, judged.Score, judged.Best.IsDirect));
        HasDirect |= judged.Best.IsDirect;
    }

    /// <summary>What only carries a near name; of an offer's several the best counts.</summary>
    public void AddNear(KnownOffer known, Judgement judged)
    {
        if (!near.TryGetValue(known, out var before) || judged.Score > before.Score || (judged.Score == before.Score && string.CompareOrdinal(judged.Best.Text, before.Best.Text) < 0)) near[known] = judged;
    }

    /// <summary>Those that only carry a near name, best first, one an owner, none of those already shown.</summary>
    /// <param name="shown">Owners that answer.</param>
    public IReadOnlyList<(KnownOffer Known, Judgement Judged)> Near(IEnumerable<Guid> shown) =>
        [.. near.Where(pair => !shown.Contains(pair.Key.Offer.OwnerId)).OrderByDescending(pair => pair.Value.Score).ThenBy(pair => pair.Key.Offer.Name, StringComparer.Ordinal).ThenBy(pair => pair.Key.Offer.Id)
            .DistinctBy(pair => pair.Key.Offer.OwnerId).Select(pair => (pair.Key, pair.Value))];

    /// <summary>How many places of an answer those that answer may take, so that near names are seen behind them.</summary>
    public int PlacesOf(int take) => take - Math.Min(near.Keys.Select(known => known.Offer.OwnerId).Distinct().Count(), take * Kept / 10);

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

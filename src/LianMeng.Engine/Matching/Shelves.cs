namespace LianMeng.Engine.Matching;

/// <summary>All lines by who may see them. Where each offer stands follows from the offer alone.</summary>
sealed class Shelves
{
    readonly Dictionary<ShelfKey, Shelf> all = [];

    public void Hang(KnownOffer known)
    {
        foreach (var (key, line, roles) in Places(known))
        {
            if (!all.TryGetValue(key, out var shelf)) all.Add(key, shelf = new());
            shelf.Hang(line, known, roles);
        }
    }

    public void Unhang(KnownOffer known)
    {
        foreach (var (key, line, _) in Places(known))
        {
            if (!all.TryGetValue(key, out var shelf)) continue;
            shelf.Unhang(line, known);
            if (shelf.IsEmpty) all.Remove(key);
        }
    }

    /// <summary>What one asker may see.</summary>
    public Sight SeenBy(MatchRequest request)
    {
        // a city has a few hundred shelves, an asker sees a handful: the loop is cheaper than an index of them
        var seen = new List<(Shelf, OfferRole)>();
        foreach (var (key, shelf) in all)
            if (key.IsSeenBy(request)) seen.Add((shelf, key.Roles));
        return new(seen);
    }

    static IEnumerable<(ShelfKey Key, OfferLine Line, OfferRole Roles)> Places(KnownOffer known) =>
        from own in known.Lines
        group own.Role by (own.Line, IsPrivate: own.Role == OfferRole.Buys) into place
        select (new ShelfKey(known.Offer.Scope, known.Offer.Circle, place.Key.IsPrivate), place.Key.Line, place.Aggregate(OfferRole.None, (roles, role) => roles | role));
}

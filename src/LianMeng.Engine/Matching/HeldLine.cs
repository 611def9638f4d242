namespace LianMeng.Engine.Matching;

/// <summary>A line on one <see cref="Shelf"/> and everyone there who carries it.</summary>
sealed class HeldLine(OfferLine line)
{
    // most lines have one holder: a list is a fifth of a dictionary
    readonly List<(KnownOffer Known, OfferRole Roles)> holders = new(1);

    public OfferLine Line { get; } = line;

    /// <summary>In no particular order.</summary>
    public IReadOnlyList<(KnownOffer Known, OfferRole Roles)> Holders => holders;

    /// <summary>The roles anybody carries it in.</summary>
    public OfferRole Roles { get; private set; }

    public void Add(KnownOffer known, OfferRole roles)
    {
        holders.Add((known, roles));
        Roles |= roles;
    }

    /// <summary>False when the offer did not carry it.</summary>
    public bool Remove(KnownOffer known)
    {
        var at = holders.FindIndex(holder => holder.Known == known);
        if (at < 0) return false;
        holders[at] = holders[^1];
        holders.RemoveAt(holders.Count - 1);
        Roles = OfferRole.None;
        foreach (var (_, roles) in holders) Roles |= roles;
        return true;
    }
}

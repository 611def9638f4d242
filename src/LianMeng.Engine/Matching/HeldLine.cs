namespace LianMeng.Engine.Matching;

/// <summary>A line on one <see cref="Shelf"/> and everyone there who carries it.</summary>
sealed class HeldLine(OfferLine line)
{
    public OfferLine Line { get; } = line;

    public Dictionary<Guid, (Offer Offer, OfferRole Roles)> Holders { get; } = [];

    /// <summary>The roles anybody carries it in.</summary>
    public OfferRole Roles { get; private set; }

    public void Add(Offer offer, OfferRole roles)
    {
        Holders[offer.Id] = (offer, roles);
        Roles |= roles;
    }

    /// <summary>False when the offer did not carry it.</summary>
    public bool Remove(Guid offer)
    {
        if (!Holders.Remove(offer)) return false;
        Roles = Holders.Values.Aggregate(OfferRole.None, (roles, holder) => roles | holder.Roles);
        return true;
    }
}

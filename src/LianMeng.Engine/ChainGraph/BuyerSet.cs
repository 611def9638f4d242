namespace LianMeng.Engine.ChainGraph;

/// <summary>
/// The distinct buyers whose purchases are in a figure; immutable. At most <see cref="Kept"/> are named: beyond that a set only says that there are more,
/// and whoever might know all but one of them is refused.
/// </summary>
public sealed class BuyerSet
{
    /// <summary>Buyers named at most, so that unions over a large chain stay small.</summary>
    public const int Kept = 64;

    private readonly Guid[] firms;
    private readonly bool hasMore;

    private BuyerSet(Guid[] firms, bool hasMore) => (this.firms, this.hasMore) = (firms, hasMore);

    /// <summary>Nobody.</summary>
    public static BuyerSet None { get; } = new([], false);

    /// <summary>Buyers named; the true number when at most <see cref="Kept"/>.</summary>
    public int Count => firms.Length;

    public static BuyerSet Of(params IEnumerable<Guid> buyers)
    {
        Guid[] distinct = [.. buyers.Distinct().Order()];
        return distinct.Length == 0 ? None : distinct.Length > Kept ? new(distinct[..Kept], true) : new(distinct, false);
    }

    /// <summary>Both sets' buyers.</summary>
    public BuyerSet With(BuyerSet other)
    {
        if (ReferenceEquals(this, other) || other.firms.Length == 0) return this;
        if (firms.Length == 0) return other;
        var all = Of(firms.Concat(other.firms));
        return all.hasMore || !(hasMore || other.hasMore) ? all : new(all.firms, true);
    }

    /// <summary>
    /// Whether a figure of these buyers may be shown exactly: nobody's purchase is in it; the viewer may know every buyer; or there are at least three,
    /// of whom he knows so few that taking away what he knows leaves at least two.
    /// </summary>
    public bool MayBeSeenBy(Viewer viewer)
    {
        var hidden = firms.Count(firm => !viewer.MayKnow(firm));
        if (hidden == 0) return !hasMore || ReferenceEquals(viewer, Viewer.Calculation);
        return firms.Length >= GuardedAmount.LeastBuyers && hidden >= 2;
    }
}

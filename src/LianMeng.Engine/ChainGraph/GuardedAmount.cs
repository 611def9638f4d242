namespace LianMeng.Engine.ChainGraph;

/// <summary>
/// A yearly figure that contains firms' purchases, so that it cannot be shown by mistake: the figure itself cannot be read (nor serialised), only what a viewer may have of it.
/// With fewer than three buyers that is a band, except for the firms themselves and those they authorised.
/// </summary>
/// <remarks>
/// What the rule cannot see and the caller must keep to:
/// <list type="bullet">
/// <item>A total beside its parts: use <see cref="Total"/>; never add up the shown parts, never take a total from elsewhere.</item>
/// <item>An order: sort by <see cref="ShownAmount.OrderKey"/> of what this viewer sees, ties by name. Don't pass on an order computed for somebody else (a cached page, an export).</item>
/// <item>Figures that betray another (a saving ÷ a known difference in price = the quantity; a score ÷ a known weight; a share of a known whole): everything computed from a purchase carries the same buyers. Show one of them, or bands of all.</item>
/// <item>Filters and thresholds ("above ¥1 m") must act on what is shown, else moving the threshold finds the figure. The same for alarms and for a difference of two issues.</item>
/// <item>Show, to one viewer, one set of buyers for one product: figures for overlapping selections (by alliance, by township, with and without one firm) can be subtracted. Cut only along what the page offers as tabs with their own count of buyers.</item>
/// <item>Two figures for two dates whose buyers differ by one firm show that firm's purchase; a frozen issue keeps what was shown then.</item>
/// <item>The health of a node (断, 弱 …) and whether it stands in a list are coarse and public.</item>
/// <item>Makers' capacities are offers and not guarded here.</item>
/// </list>
/// </remarks>
public sealed class GuardedAmount
{
    /// <summary>Distinct buyers from which on a figure is no longer one firm's affair.</summary>
    public const int LeastBuyers = 3;

    private readonly BuyerSet buyers;

    /// <param name="exact">the figure a year, in <paramref name="unit"/>; null when unknown</param>
    /// <param name="buyers">everybody whose purchase is in it</param>
    /// <param name="unit">元, 吨 …</param>
    /// <param name="isComplete">false where part of what belongs in it is unknown</param>
    public GuardedAmount(decimal? exact, BuyerSet buyers, string unit, bool isComplete = true)
        => (Figure, this.buyers, Unit, IsComplete) = (exact, buyers, unit, isComplete);

    /// <summary>Unit as shown.</summary>
    public string Unit { get; }

    /// <summary>False where part of what belongs in it is unknown, so that the figure is a lower bound.</summary>
    public bool IsComplete { get; }

    /// <summary>Distinct buyers in it (at most <see cref="BuyerSet.Kept"/> are counted).</summary>
    public int BuyerCount => buyers.Count;

    internal decimal? Figure { get; }

    internal BuyerSet Buyers => buyers;

    /// <summary>What this viewer may have of it.</summary>
    public ShownAmount For(Viewer viewer)
    {
        if (Figure is not { } figure) return new(null, null, null, false, Unit);
        if (buyers.MayBeSeenBy(viewer)) return new(figure, null, null, !IsComplete, Unit);
        var (from, to) = Band(figure);
        return new(null, from, to, !IsComplete, Unit);
    }

    /// <summary>
    /// A total of parts that this viewer sees beside it. Exact only if what he cannot see of the parts is itself a figure of enough buyers; else the sum of the bands,
    /// so that subtracting the visible parts gives him nothing.
    /// </summary>
    /// <exception cref="ArgumentException">parts of different units</exception>
    public static ShownAmount Total(IReadOnlyCollection<GuardedAmount> parts, Viewer viewer, string unit)
    {
        if (parts.Any(part => part.Unit != unit)) throw new ArgumentException($"不同计量单位不能相加（应为{unit}）。", nameof(parts));
        var known = parts.Where(part => part.Figure is not null).ToList();
        var isAtLeast = parts.Count > known.Count || known.Exists(part => !part.IsComplete);
        if (known.Count == 0) return parts.Count == 0 ? new(0, null, null, false, unit) : new(null, null, null, false, unit);
        var hidden = known.Where(part => !part.buyers.MayBeSeenBy(viewer)).ToList();
        var hiddenBuyers = hidden.Aggregate(BuyerSet.None, (all, part) => all.With(part.buyers));
        if (hidden.Count == 0 || hiddenBuyers.MayBeSeenBy(viewer)) return new(known.Sum(part => part.Figure!.Value), null, null, isAtLeast, unit);
        var visible = known.Except(hidden).Sum(part => part.Figure!.Value);
        var bands = hidden.ConvertAll(part => Band(part.Figure!.Value));
        return new(null, visible + bands.Sum(band => band.From), visible + bands.Sum(band => band.To), isAtLeast, unit);
    }

    /// <summary>
    /// The band a figure lies in: edges 1, 3, 10, 30, 100 … fixed beforehand, so that they say nothing about the data. Below 1: 0 to 1. Negative ones mirrored.
    /// </summary>
    public static (decimal From, decimal To) Band(decimal figure)
    {
        if (figure < 0)
        {
            var (from, to) = Band(-figure);
            return (-to, -from);
        }

        if (figure < 1) return (0, 1);
        var edge = 1m;
        while (figure / 10 >= edge) edge *= 10;
        return figure >= 3 * edge ? (3 * edge, 10 * edge) : (edge, 3 * edge);
    }
}

namespace LianMeng.Capabilities.Deals;

/// <summary>Which deals a list, a count and the work of the day mean by the same words.</summary>
internal static class DealRows
{
    /// <summary>One of these firms still has to confirm something of its own.</summary>
    public static IQueryable<Deal> WaitingFor(this IQueryable<Deal> deals, List<Guid> firms) => deals.Where(d => (d.WaitsForSeller && firms.Contains(d.SellerId)) || (d.WaitsForBuyer && firms.Contains(d.BuyerId)));

    /// <inheritdoc cref="Deal.DueFollowUp"/>
    public static IQueryable<Deal> FollowUpDue(this IQueryable<Deal> deals, DateOnly today, IReadOnlyList<int> days)
    {
        var (first, second, third) = (today.AddDays(-days[0]), today.AddDays(-days[1]), today.AddDays(-days[2]));
        return deals.Where(d => d.FollowedFrom != null && d.Condition != DealCondition.Failed && d.Condition != DealCondition.Void
            && ((d.FollowedUp < 1 && d.FollowedFrom <= first) || (d.FollowedUp < 2 && d.FollowedFrom <= second) || (d.FollowedUp < 3 && d.FollowedFrom <= third)));
    }

    /// <summary>What makes its two firms partners: confirmed by both at contract stage or later since that day, neither failed nor disputed.</summary>
    public static IQueryable<Deal> OfPartners(this IQueryable<Deal> deals, DateOnly since)
        => deals.InFigures().Where(d => d.Condition != DealCondition.Failed && d.PartneredOn != null && d.PartneredOn >= since);
}

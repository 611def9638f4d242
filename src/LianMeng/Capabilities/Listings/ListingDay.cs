using LianMeng.Shared.Jobs;

namespace LianMeng.Capabilities.Listings;

/// <summary>Every morning before work: what ran out ends, and whose ends within a week is told.</summary>
public sealed class ListingDay : ScheduledJob
{
    public override string Name => "expire-listings";

    public override string Title => "供需信息到期下架和到期提醒";

    public override string Cron => "0 30 6 * * ?";

    public override Type UseCase => typeof(ExpireListings);

    public override object InputOf(DateTime due) => new ExpireListings.Input();
}

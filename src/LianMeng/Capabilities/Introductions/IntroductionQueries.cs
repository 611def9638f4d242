using LianMeng.Capabilities.Introductions.Public;

namespace LianMeng.Capabilities.Introductions;

/// <summary>What several questions ask of introductions.</summary>
internal static class IntroductionQueries
{
    /// <summary>Those that this firm has to answer.</summary>
    public static IQueryable<Introduction> WaitingFor(this IQueryable<Introduction> introductions, Guid firm)
        => introductions.Where(i => (i.Stage == IntroductionStage.Suggested || i.Stage == IntroductionStage.Offered)
            && ((i.SellerId == firm && i.SellerConsentedAt == null) || (i.BuyerId == firm && i.BuyerConsentedAt == null)));

    /// <summary>Open ones that took their last step before this instant (UTC).</summary>
    public static IQueryable<Introduction> StalledSince(this IQueryable<Introduction> introductions, DateTime before)
        => introductions.Where(i => i.MovedAt < before && (i.Stage == IntroductionStage.Suggested || i.Stage == IntroductionStage.Offered || i.Stage == IntroductionStage.Consented || i.Stage == IntroductionStage.Talking));
}

using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Introductions.Public;

/// <summary>Who may see the price of a listing because its firm and theirs both consented to talk about it.</summary>
public sealed class PriceConsents(AppDb db)
{
    /// <returns>true while a consent of both, given about this very listing, stands</returns>
    public Task<bool> MayAsync(Guid listingId, Guid organisationId, CancellationToken cancellation)
        => db.Set<Introduction>().AnyAsync(i => i.ListingId == listingId && (i.SellerId == organisationId || i.BuyerId == organisationId) && i.WithdrawnAt == null
            && (i.Stage == IntroductionStage.Consented || i.Stage == IntroductionStage.Talking || i.Stage == IntroductionStage.Deal), cancellation);
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Listings;

/// <summary>Gives an open or expired listing another term.</summary>
public sealed class RenewListing(UseCaseContext context, FirmDirectory firms) : ListingCommand<RenewListing.Input>(context, firms)
{
    public sealed class Input : IListingInput
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        /// <summary>The usual term from today when none is given.</summary>
        [Display(Name = "续期至")]
        public DateOnly? ValidUntil { get; set; }
    }

    protected override Outcome<Guid>? Do(Listing listing, Input input, string? home)
    {
        var until = input.ValidUntil ?? Today.AddDays(ListingForm.UsualDays);
        if (until < Today) return Outcome<Guid>.Invalid("validUntil", $"请填今天（{Today:yyyy-MM-dd}）或以后的日期。");
        if (until > Today.AddDays(ListingForm.MostDays)) return Outcome<Guid>.Invalid("validUntil", $"最长一年；请填 {Today.AddDays(ListingForm.MostDays):yyyy-MM-dd} 以前的日期。");

        var from = listing.State;
        if (!listing.Renew(until, Now)) return Outcome<Guid>.Refused($"这条信息{ListExport.Words(from)}，不能续期；请重新发布。");
        Record(new ListingRenewed(listing.Id, from, until));
        return null;
    }
}

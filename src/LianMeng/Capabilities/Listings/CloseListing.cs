using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Listings;

/// <summary>The matter is done with, here or elsewhere.</summary>
public sealed class CloseListing(UseCaseContext context, FirmDirectory firms) : ListingCommand<CloseListing.Input>(context, firms)
{
    public sealed class Input : IListingInput
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "原因"), StringLength(200)]
        public string? Reason { get; set; }
    }

    protected override Outcome<Guid>? Do(Listing listing, Input input, string? home)
        => Move(listing, () => listing.Close(input.Reason, Now), "办结过的和撤回的信息不能再办结。");
}

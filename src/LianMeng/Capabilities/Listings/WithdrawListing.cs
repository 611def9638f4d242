using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Listings;

/// <summary>Takes a listing back; it stays in the records and is no longer offered.</summary>
public sealed class WithdrawListing(UseCaseContext context, FirmDirectory firms) : ListingCommand<WithdrawListing.Input>(context, firms)
{
    public sealed class Input : IListingInput
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "原因"), StringLength(200)]
        public string? Reason { get; set; }
    }

    protected override Outcome<Guid>? Do(Listing listing, Input input, string? home)
        => Move(listing, () => listing.Withdraw(input.Reason, Now), "已结束的信息不用再撤回。");
}

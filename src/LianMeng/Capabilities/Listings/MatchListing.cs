using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Listings;

/// <summary>A counterpart is found; the listing is no longer offered to others.</summary>
public sealed class MatchListing(UseCaseContext context, FirmDirectory firms) : ListingCommand<MatchListing.Input>(context, firms)
{
    public sealed class Input : IListingInput
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
    }

    protected override Outcome<Guid>? Do(Listing listing, Input input, string? home)
        => Move(listing, () => listing.Match(Now), "只有有效的信息可以标为已对接。");
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Listings;

/// <summary>Publishes a draft, or goes on looking after a match came to nothing.</summary>
public sealed class OpenListing(UseCaseContext context, FirmDirectory firms) : ListingCommand<OpenListing.Input>(context, firms)
{
    public sealed class Input : IListingInput
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
    }

    protected override Outcome<Guid>? Do(Listing listing, Input input, string? home)
        => Move(listing, () => listing.Open(Now), "只有草稿和已对接的信息可以（重新）发布；过期的请续期。");
}

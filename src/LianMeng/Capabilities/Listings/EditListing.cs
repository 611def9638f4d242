using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Listings;

/// <summary>Changes what a listing says. The whole of it is stated: what is left out is empty, save kind, term and visibility.</summary>
public sealed class EditListing(UseCaseContext context, FirmDirectory firms) : ListingCommand<EditListing.Input>(context, firms)
{
    public sealed class Input : ListingForm, IListingInput
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
    }

    protected override Outcome<Guid>? Do(Listing listing, Input input, string? home)
    {
        if (!listing.IsLive) return Outcome<Guid>.Refused($"这条信息{ListExport.Words(listing.State)}，不能再修改；过期的可以续期，其余请重新发布。");
        var (details, errors) = input.Check(Today, home, listing);
        if (details is null) return Outcome<Guid>.Invalid(errors);

        var changes = listing.Change(details, Now);
        if (changes.Count > 0) Record(new ListingChanged(listing.Id, changes));
        return null;
    }
}

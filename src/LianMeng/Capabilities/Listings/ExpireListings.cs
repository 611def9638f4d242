using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Listings;

/// <summary>Ends what has run out, once a day in each district. Nothing waits for it: a listing past its day answers nobody already.</summary>
public sealed class ExpireListings(UseCaseContext context) : Command<ExpireListings.Input, int>(context)
{
    private const int Most = 2000;

    public sealed class Input;

    public override Access Access => Access.Needs(ListingsCapability.OnBehalf);

    protected override async Task<Outcome<int>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(Now);
        var over = await Db.Set<Listing>().Where(l => l.DistrictId == Actor.WriteDistrict && l.ValidUntil < today
                && (l.State == ListingState.Draft || l.State == ListingState.Open || l.State == ListingState.Matched))
            .OrderBy(l => l.ValidUntil).Take(Most).ToListAsync(cancellation);
        foreach (var listing in over)
        {
            var from = listing.State;
            if (listing.Expire(today, Now)) Record(new ListingMoved(listing.Id, listing.OrganisationId, from, listing.State, null));
        }

        return Outcome<int>.Done(over.Count);
    }
}

using LianMeng.Shared.Data;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Listings.Public;

/// <summary>What a listing of the own district says at this moment, for whoever keeps it beside what came of it. No price, whoever asks; whether the actor may see the listing is asked elsewhere.</summary>
public sealed class ListingSnapshots(AppDb db, TimeProvider clock)
{
    /// <param name="Version">another one after every change</param>
    /// <param name="Title">without telephone numbers</param>
    /// <param name="UpdatedAt">UTC</param>
    /// <param name="IsOpen">it stands today</param>
    public sealed record Snapshot(Guid Id, Guid Version, Guid? OrganisationId, string Title, string? Product, decimal? Quantity, string? Unit, DateTime UpdatedAt, bool IsOpen);

    public async Task<Snapshot?> FindAsync(Guid id, CancellationToken cancellation)
        => await db.Set<Listing>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, cancellation) is { } listing
            ? new(listing.Id, listing.Version, listing.OrganisationId, ContactMask.Hide(listing.Title), listing.Product, listing.Quantity, listing.Unit, listing.UpdatedAt, listing.StandsOn(ChinaTime.Today(clock.GetUtcNow().UtcDateTime)))
            : null;
}

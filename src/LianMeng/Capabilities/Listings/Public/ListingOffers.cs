using System.Runtime.CompilerServices;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Listings.Public;

/// <summary>Open listings as the matcher needs them. What goes beyond the district is taken from the published projection.</summary>
public sealed class ListingOffers(AppDb db, FirmDirectory firms)
{
    private const int Batch = 500;

    /// <param name="DistrictId">Whose readers may see it; the city's id when everybody may.</param>
    /// <param name="Chain">Only firms of this chain may see it, and officers; null: all of the district.</param>
    public sealed record Row(Guid Id, Guid DistrictId, Guid? OrganisationId, bool IsDemand, string Title, string? Product, string? Text, IReadOnlyList<string> Certificates, string? RegionCode, DateOnly ValidUntil, bool IsCityWide, string? Chain);

    public async IAsyncEnumerable<Row> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var ids = await db.Set<Listing>().Where(l => l.State == ListingState.Open).OrderBy(l => l.Id).Select(l => l.Id).ToListAsync(cancellation);
        foreach (var chunk in ids.Chunk(Batch))
        {
            foreach (var row in await OfAsync(chunk, cancellation)) yield return row;
        }
    }

    /// <summary>Of these listings and of these firms.</summary>
    public async Task<IReadOnlyList<Row>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var open = await db.Set<Listing>().AsNoTracking().Where(l => l.State == ListingState.Open && (ids.Contains(l.Id) || (l.OrganisationId != null && ids.Contains(l.OrganisationId.Value)))).ToListAsync(cancellation);
        var owners = open.Where(l => l.Visibility == ListingVisibility.Alliance).Select(l => l.OrganisationId).OfType<Guid>().Distinct().ToList();
        var chains = owners.Count == 0 ? [] : await firms.Firms().Where(f => owners.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Chain, cancellation);
        return [.. open.Select(l => l.Published is { } seen
            ? new Row(l.Id, l.DistrictId, l.OrganisationId, l.Kind == ListingKind.Demand, seen.Title, seen.Product, seen.Text, l.Certificates, seen.RegionCode, seen.ValidUntil, true, null)
            : new Row(l.Id, l.DistrictId, l.OrganisationId, l.Kind == ListingKind.Demand, l.Title, l.Product, l.Text, l.Certificates, l.RegionCode, l.ValidUntil, false,
                l.Visibility == ListingVisibility.Alliance ? (l.OrganisationId is { } firm ? chains.GetValueOrDefault(firm) : null) ?? "—" : null))];
    }
}

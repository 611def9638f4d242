using System.Runtime.CompilerServices;
using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Listings.Public;

/// <summary>Open listings as the matcher needs them. What goes beyond the district is taken from the published projection.</summary>
public sealed class ListingOffers(AppDb db, AllianceMembers members)
{
    private const int Batch = 500;

    /// <param name="DistrictId">Whose readers may see it; the city's id when everybody may.</param>
    /// <param name="Circle">Only members of one of these alliances may see it (ids, spaces between), and officers; null: all of the district.</param>
    public sealed record Row(Guid Id, Guid DistrictId, Guid? OrganisationId, bool IsDemand, string Title, string? Product, string? Text, IReadOnlyList<string> Certificates, string? RegionCode, DateOnly ValidUntil, bool IsCityWide, string? Circle);

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
        var alliances = await members.OfAsync(owners, cancellation);
        return [.. open.Select(l => l.Published is { } seen
            ? new Row(l.Id, l.DistrictId, l.OrganisationId, l.Kind == ListingKind.Demand, seen.Title, seen.Product, seen.Text, l.Certificates, seen.RegionCode, seen.ValidUntil, true, null)
            : new Row(l.Id, l.DistrictId, l.OrganisationId, l.Kind == ListingKind.Demand, l.Title, l.Product, l.Text, l.Certificates, l.RegionCode, l.ValidUntil, false,
                l.Visibility == ListingVisibility.Alliance ? l.OrganisationId is { } firm && alliances.Contains(firm) ? CircleOf(alliances[firm]) : "—" : null))];
    }

    /// <summary>Alliances as the matcher names them: the same ones always in the same words.</summary>
    internal static string CircleOf(IEnumerable<Guid> alliances) => string.Join(' ', alliances.Select(a => a.ToString("N")).Order(StringComparer.Ordinal));
}

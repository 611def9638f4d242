using System.Runtime.CompilerServices;
using LianMeng.Engine.Matching;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations.Public;

/// <summary>Firms as the matcher needs them.</summary>
public sealed class OfferRows(AppDb db)
{
    private const int Batch = 500;

    public async IAsyncEnumerable<Offer> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var ids = await db.Set<Organisation>().OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(cancellation);
        foreach (var chunk in ids.Chunk(Batch))
        {
            foreach (var offer in await OfAsync(chunk, cancellation)) yield return offer;
        }
    }

    public async Task<IReadOnlyList<Offer>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var firms = await db.Set<Organisation>().AsNoTracking().Include(o => o.Products).Include(o => o.Qualifications)
            .Where(o => ids.Contains(o.Id)).ToListAsync(cancellation);
        return [.. firms.Select(o => new Offer(
            o.Id, o.Name, o.DistrictId, o.RegionCode,
            [.. o.ProductsOf(ProductRole.Makes)], [.. o.ProductsOf(ProductRole.ByProduct)], [.. o.ProductsOf(ProductRole.Buys)],
            [.. o.QualificationNames]) { QualificationsUntil = EndsOf(o) })];
    }

    /// <summary>A qualification held twice under one name lasts as long as the longer of the two.</summary>
    private static Dictionary<string, DateOnly> EndsOf(Organisation firm) => firm.Qualifications.GroupBy(q => q.Name, StringComparer.Ordinal)
        .Where(g => g.All(q => q.ValidUntil is not null)).ToDictionary(g => g.Key, g => g.Max(q => q.ValidUntil!.Value), StringComparer.Ordinal);
}

using LianMeng.Capabilities.Atlases.Public;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Capabilities.Listings.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Matching;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>
/// The product names of the actor's districts, as firms and open listings write them, and what knows each: the product graph, a published atlas of
/// the district, a synonym. The database counts; here is a line a name, not a line a firm. A name of two districts is two: each has its own synonyms.
/// </summary>
public sealed class NameBook(AppDb db, ProductRows lines, ListingProducts listings, ChainBackbones backbones, AtlasNames atlases)
{
    private Task<IReadOnlyList<Name>>? names;

    /// <param name="Firms">whose register says it</param>
    /// <param name="Listings">open ones whose product it is</param>
    /// <param name="As">what it is known as; empty when nothing knows it</param>
    public sealed record Name(Guid DistrictId, string Text, int Firms, int Listings, NameKnowledge Known, string As);

    /// <summary>Read once a request.</summary>
    public Task<IReadOnlyList<Name>> AllAsync(CancellationToken cancellation) => names ??= LoadAsync(cancellation);

    /// <summary>Names that something knows, by district: what lines of firms are compared with.</summary>
    public async Task<IReadOnlyDictionary<Guid, List<string>>> KnownAsync(CancellationToken cancellation)
        => (await AllAsync(cancellation)).GroupBy(n => n.DistrictId).ToDictionary(g => g.Key, g => g.Where(n => n.Known != NameKnowledge.Unknown).Select(n => n.Text).ToList());

    private async Task<IReadOnlyList<Name>> LoadAsync(CancellationToken cancellation)
    {
        var written = await lines.Uses().GroupBy(l => new { l.DistrictId, l.Product })
            .Select(g => new { g.Key.DistrictId, g.Key.Product, Count = g.Select(l => l.OrganisationId).Distinct().Count() }).ToListAsync(cancellation);
        var posted = await listings.Open().GroupBy(l => new { l.DistrictId, l.Product }).Select(g => new { g.Key.DistrictId, g.Key.Product, Count = g.Count() }).ToListAsync(cancellation);
        var uses = new Dictionary<(Guid District, string Text), (int Firms, int Listings)>();
        foreach (var line in written) uses[(line.DistrictId, line.Product)] = (line.Count, 0);
        foreach (var listing in posted) uses[(listing.DistrictId, listing.Product)] = (uses.GetValueOrDefault((listing.DistrictId, listing.Product)).Firms, listing.Count);

        var synonyms = await SynonymsAsync([.. uses.Keys.Select(u => u.District).Distinct()], cancellation);
        var published = await atlases.PublishedAsync(cancellation);
        return [.. uses.Select(use =>
        {
            var (known, meaning) = Meaning(use.Key.Text, published.GetValueOrDefault(use.Key.District), synonyms[use.Key.District]);
            return new Name(use.Key.District, use.Key.Text, use.Value.Firms, use.Value.Listings, known, meaning);
        })];
    }

    private (NameKnowledge Known, string As) Meaning(string text, Func<string, IReadOnlyList<string>>? atlas, Synonyms synonyms)
    {
        if (backbones.ProductsNamed(text) is { Count: > 0 } products) return (NameKnowledge.Atlas, string.Join('、', products.Select(p => p.Name)));
        if (atlas?.Invoke(text) is { Count: > 0 } drawn) return (NameKnowledge.Atlas, string.Join('、', drawn));
        return synonyms.OthersOf(text) is { Count: > 0 } others ? (NameKnowledge.Synonym, string.Join('＝', others)) : (NameKnowledge.Unknown, "");
    }

    /// <summary>As a question of each district has them: its own and the city's. From the database, not from the node's book: what was added a moment ago counts.</summary>
    private async Task<Dictionary<Guid, Synonyms>> SynonymsAsync(IReadOnlyList<Guid> districts, CancellationToken cancellation)
    {
        var sets = await db.Set<SynonymSet>().AsNoTracking().OrderBy(s => s.Id).ToListAsync(cancellation);
        return districts.ToDictionary(d => d, d => new Synonyms([.. sets.Where(s => s.DistrictId == d || s.DistrictId == DistrictIds.City).Select(s => s.Words)]));
    }
}

using LianMeng.Capabilities.Atlases.Analyses;
using LianMeng.Capabilities.Organisations.Public;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Atlases;

/// <summary>Who makes what of an atlas, for everybody of the district, read once a request; who buys is asked of the analyses, which guard it.</summary>
public sealed class AtlasFirms(ProductRows rows, OrganisationCards cards, WordPlaces words)
{
    private readonly Dictionary<AtlasGraph, IReadOnlyDictionary<string, IReadOnlyList<ShowAtlas.FirmView>>> known = [];

    /// <summary>Makers by key of the product, by name; products that nobody makes are not in it.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<ShowAtlas.FirmView>>> MakersAsync(OpenAtlas open, CancellationToken cancellation)
    {
        if (known.TryGetValue(open.Graph, out var earlier)) return earlier;
        var made = await rows.Made().ToListAsync(cancellation);
        var found = made.SelectMany(row => words.Of(open.Graph, row.Product), (row, product) => (Product: product, Firm: row.OrganisationId, Words: row.Product)).DistinctBy(place => (place.Product, place.Firm)).ToList();
        var names = (await cards.OfAsync([.. found.Select(place => place.Firm).Distinct()], cancellation)).ToDictionary(c => c.Id, c => c.Name);
        return known[open.Graph] = found.Where(place => names.ContainsKey(place.Firm)).GroupBy(place => place.Product, StringComparer.Ordinal).ToDictionary(
            product => product.Key, IReadOnlyList<ShowAtlas.FirmView> (product) => [.. product.Select(place => new ShowAtlas.FirmView(place.Firm, names[place.Firm], place.Words)).OrderBy(f => f.Name, StringComparer.Ordinal)],
            StringComparer.Ordinal);
    }
}

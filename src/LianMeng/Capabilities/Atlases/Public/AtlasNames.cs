using LianMeng.Capabilities.Atlases.Analyses;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Atlases.Public;

/// <summary>Which products the published atlases of the actor's districts see in a firm's words; drafts are their keepers' own.</summary>
public sealed class AtlasNames(AppDb db, AtlasShelf shelf, WordPlaces places)
{
    /// <returns>by district: names of the products that words stand for, the same answer as the atlas's own pages give; districts without a published atlas are not in it</returns>
    public async Task<IReadOnlyDictionary<Guid, Func<string, IReadOnlyList<string>>>> PublishedAsync(CancellationToken cancellation)
    {
        var published = await db.Set<Atlas>().AsNoTracking().Where(a => a.Issue > 0).OrderBy(a => a.SortKey).ThenBy(a => a.Id).Select(a => new { a.Id, a.DistrictId, a.Issue }).ToListAsync(cancellation);
        var graphs = new List<(Guid District, AtlasGraph Graph)>();
        foreach (var atlas in published)
        {
            if (await shelf.OpenAsync(atlas.Id, atlas.Issue, cancellation) is { } open) graphs.Add((atlas.DistrictId, open.Graph));
        }

        return graphs.GroupBy(g => g.District, g => g.Graph).ToDictionary(g => g.Key, Func<string, IReadOnlyList<string>> (g) => words => NamesIn([.. g], words));
    }

    private List<string> NamesIn(IEnumerable<AtlasGraph> graphs, string words)
        => [.. graphs.SelectMany(graph => places.Of(graph, words), (graph, key) => graph.Node(key)!.Name).Distinct(StringComparer.Ordinal)];
}

using LianMeng.Capabilities.FigureConsents.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Settings;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>
/// Puts the firms of an atlas's district on its products and judges them; once a request for each content. An issue's products are judged with the registers of today: the issue freezes what is drawn, not what firms declare.
/// </summary>
public sealed class AtlasAnalyst(FirmLines lines, FirmDirectory directory, FigureViewer viewers, WordPlaces words, SettingValues settings, TimeProvider clock)
{
    private readonly Dictionary<(Guid District, AtlasGraph Graph), AtlasAnalysis> known = [];

    public async Task<AtlasAnalysis> OfAsync(OpenAtlas open, CancellationToken cancellation)
    {
        var key = (open.Atlas.DistrictId, open.Graph);
        if (known.TryGetValue(key, out var earlier)) return earlier;
        var firms = await FirmsAsync(open.Atlas.DistrictId, cancellation);
        var read = new List<(string Product, int Products, FirmLine Line)>();
        await foreach (var line in lines.AllAsync(cancellation))
        {
            if (!firms.Has(line.OrganisationId)) continue;
            var products = words.Of(open.Graph, line.Name);
            foreach (var product in products) read.Add((product, products.Count, line));
        }

        var placing = new LinePlacing(open.Content, clock.GetUtcNow().UtcDateTime.AddDays(-settings.Of(FirmLines.StaleDays)), settings.Of(FirmLines.StaleDays));
        var (facts, placed, links) = placing.Place(read);
        var analysis = new AtlasAnalysis(open, facts, ChainHealth.Judge(facts, settings.HealthRule()), settings.GapRule(), firms, await viewers.OfAsync(cancellation), placed, links);
        return known[key] = analysis;
    }

    private async Task<AtlasFirmNames> FirmsAsync(Guid district, CancellationToken cancellation)
    {
        var firms = await directory.Firms().Where(f => f.DistrictId == district && f.Kind == OrganisationKind.Enterprise && f.Uscc != null)
            .Select(f => new { f.Id, f.Name, f.SortKey }).ToListAsync(cancellation);
        return new(firms.ToDictionary(f => f.Id, f => (f.Name, f.SortKey)));
    }
}

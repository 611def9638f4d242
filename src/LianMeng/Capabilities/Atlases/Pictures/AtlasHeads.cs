using LianMeng.Capabilities.Chains.Public;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>Puts together what stands over every picture.</summary>
public sealed class AtlasHeads(AppDb db, Actor actor, AtlasShelf shelf, ChainBackbones backbones, TimeProvider clock)
{
    public async Task<AtlasHead> OfAsync(OpenAtlas open, CancellationToken cancellation)
    {
        var atlas = open.Atlas;
        var district = await db.Set<District>().AsNoTracking().Where(d => d.Id == atlas.DistrictId).Select(d => d.Name).FirstAsync(cancellation);
        var issues = await db.Set<AtlasSheet>().AsNoTracking().Where(s => s.AtlasId == atlas.Id && (s.Number > 0 || shelf.SeesDrafts)).Select(s => new { s.Number, s.PublishedAt }).ToListAsync(cancellation);
        return new(
            atlas.Id, atlas.Title, backbones.Find(atlas.ChainKey)?.Title ?? atlas.ChainKey, district, atlas.Note, open.Issue, open.IssueWords, open.PublishedAt, clock.GetUtcNow().UtcDateTime,
            // the draft is the newest of all
            [.. issues.OrderByDescending(i => i.Number == 0 ? int.MaxValue : i.Number).Select(i => new IssueChoice(i.Number, i.PublishedAt is { } at ? $"{OpenAtlas.WordsOf(i.Number)}（{ChinaTime.Date(at)}）" : OpenAtlas.WordsOf(i.Number), i.PublishedAt))],
            shelf.Keeps(atlas), actor.OrganisationId, open.Content.Stages);
    }
}

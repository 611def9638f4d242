using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Atlases;

/// <summary>Opens atlases for whoever may see them: issues for everybody of the district, drafts for those who keep them.</summary>
public sealed class AtlasShelf(AppDb db, Actor actor, AtlasGraphs graphs)
{
    /// <summary>May the actor work on drafts?</summary>
    public bool SeesDrafts => actor.May(AtlasesCapability.Keep);

    /// <summary>May the actor change this atlas?</summary>
    public bool Keeps(Atlas atlas) => SeesDrafts && atlas.DistrictId == actor.WriteDistrict;

    public IQueryable<Atlas> All() => db.Set<Atlas>().AsNoTracking().Where(a => a.Issue > 0 || SeesDrafts);

    /// <param name="issue">0 the draft; null the latest issue, or the draft while there is none</param>
    /// <returns>null when there is none, or not for this actor</returns>
    public async Task<OpenAtlas?> OpenAsync(Guid id, int? issue, CancellationToken cancellation)
    {
        if (await All().FirstOrDefaultAsync(a => a.Id == id, cancellation) is not { } atlas) return null;
        var number = issue ?? atlas.Issue;
        if (number == 0 && !SeesDrafts) return null;
        var sheets = db.Set<AtlasSheet>().AsNoTracking().Where(s => s.AtlasId == id && s.Number == number);
        if (await sheets.Select(s => new { s.Id, s.Version, s.PublishedAt }).FirstOrDefaultAsync(cancellation) is not { } sheet) return null;
        var graph = graphs.Known(sheet.Id, sheet.Version) ?? graphs.Keep(await sheets.FirstAsync(cancellation));
        return new(atlas, number, sheet.PublishedAt, graph);
    }
}

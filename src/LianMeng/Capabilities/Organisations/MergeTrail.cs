using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Where merged firms went.</summary>
public sealed class MergeTrail(AppDb db)
{
    /// <summary>The standing merge by which one of these left the register; null while all are in it.</summary>
    public Task<OrganisationMerge?> OfMergedAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
        => db.Set<OrganisationMerge>().AsNoTracking().Where(m => m.UndoneAt == null && ids.Contains(m.MergedId)).OrderBy(m => m.At).FirstOrDefaultAsync(cancellation);

    /// <summary>The firm in which this one is found today, after however many merges; null when it was not merged.</summary>
    public async Task<Guid?> SurvivorAsync(Guid id, CancellationToken cancellation)
    {
        Guid? survivor = null;
        // Each step is a merge of its own; nothing can be merged twice, so the steps end.
        while (await OfMergedAsync([survivor ?? id], cancellation) is { } merge) survivor = merge.SurvivorId;
        return survivor;
    }

    /// <summary>What a firm is called, merged or not.</summary>
    public async Task<string> NameAsync(Guid id, CancellationToken cancellation)
        => await db.WithRemoved<Organisation>().AsNoTracking().Where(o => o.Id == id).Select(o => o.Name).FirstOrDefaultAsync(cancellation) ?? "";
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Who speaks for a firm, or represents it, does so for the one that it turned out to be.</summary>
internal sealed class MandateMergeRule(AppDb db) : OrganisationMergeRule
{
    public override string Name => "任职";

    public override async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellation)
    {
        var mandates = await db.Set<Mandate>().Where(m => m.OrganisationId == from).ToListAsync(cancellation);
        foreach (var mandate in mandates) mandate.SpeakFor(to);
        return [.. mandates.Select(m => m.Id)];
    }

    public override async Task<int> MoveBackAsync(Guid from, Guid to, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var mandates = await db.Set<Mandate>().Where(m => ids.Contains(m.Id) && m.OrganisationId == to).ToListAsync(cancellation);
        foreach (var mandate in mandates) mandate.SpeakFor(from);
        return mandates.Count;
    }
}

using System.Runtime.CompilerServices;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.ByProductUses.Public;

/// <summary>All uses of the actor's read districts, prices included, whoever the actor is: <b>for calculations whose results are guarded</b> (<c>GuardedAmount</c>) and for nothing else. Only of enterprises that are in the figures.</summary>
public sealed class ByProductUseRows(AppDb db, FirmDirectory firms)
{
    /// <summary>Read the stream to its end before asking the data context anything else: PostgreSQL answers one question at a time.</summary>
    public async IAsyncEnumerable<ByProductUseRow> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var counted = firms.Firms().Where(f => f.Kind == OrganisationKind.Enterprise && f.Uscc != null);
        var uses = db.Set<ByProductUse>().AsNoTracking().Include(u => u.Rights).Where(u => u.WithdrawnAt == null && counted.Any(f => f.Id == u.OrganisationId)).OrderBy(u => u.Id);
        await foreach (var use in uses.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var limits = ComponentText.TryParseLimits(use.Specification, out var read, out _) ? read : []; // checked when it was stated
            yield return new(use.Id, use.OrganisationId, use.Products, use.Capacity, limits, [.. use.Rights.OrderBy(r => r.Code, StringComparer.Ordinal).Select(r => new HazardousRight(r.Code, r.OnlyFromId, r.ValidUntil, r.Evidence))], use.Value, use.Yield, use.Treatment, use.UpdatedAt);
        }
    }
}

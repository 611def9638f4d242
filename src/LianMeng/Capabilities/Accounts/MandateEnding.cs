using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// Ends a post within the running save. What it allowed is refused with the next request, since rights are read anew with each;
/// whoever has no post left is signed out everywhere as well.
/// </summary>
public sealed class MandateEnding(AppDb db, FactBuffer facts, UserSessions sessions, TimeProvider clock)
{
    public async Task EndAsync(Mandate mandate, string? reason, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        mandate.End(now);
        facts.Add(new MandateEnded(mandate.UserId, mandate.Id, mandate.Role, mandate.DistrictId, mandate.OrganisationId, mandate.AllianceId, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()));
        var others = await db.Set<Mandate>().Where(m => m.UserId == mandate.UserId && m.Id != mandate.Id).ToListAsync(cancellation);
        if (others.Exists(m => m.IsActive(now)) || await sessions.EndAllAsync(mandate.UserId, SessionEnd.PostsEnded, cancellation) == 0) return;
        facts.Add(new SessionsEnded(mandate.UserId));
    }
}

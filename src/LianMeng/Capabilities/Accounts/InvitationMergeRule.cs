using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>A post that was promised at a firm is promised at the one that it turned out to be.</summary>
internal sealed class InvitationMergeRule(AppDb db) : OrganisationMergeRule
{
    public override string Name => "邀请";

    public override async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellation)
    {
        var invitations = await db.Set<Invitation>().Where(i => i.OrganisationId == from).ToListAsync(cancellation);
        foreach (var invitation in invitations) invitation.PromiseAt(to);
        return [.. invitations.Select(i => i.Id)];
    }

    public override async Task<int> MoveBackAsync(Guid from, Guid to, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var invitations = await db.Set<Invitation>().Where(i => ids.Contains(i.Id) && i.OrganisationId == to).ToListAsync(cancellation);
        foreach (var invitation in invitations) invitation.PromiseAt(from);
        return invitations.Count;
    }
}

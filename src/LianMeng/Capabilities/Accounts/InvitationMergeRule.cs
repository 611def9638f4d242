using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;

namespace LianMeng.Capabilities.Accounts;

/// <summary>A post that was promised at a firm is promised at the one that it turned out to be.</summary>
internal sealed class InvitationMergeRule(AppDb db) : RowsMergeRule<Invitation>(db)
{
    public override string Name => "邀请";

    protected override Expression<Func<Invitation, Guid?>> Owner => i => i.OrganisationId;

    protected override void Give(Invitation row, Guid to) => row.PromiseAt(to);
}

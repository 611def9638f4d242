using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;

namespace LianMeng.Capabilities.Alliances;

/// <summary>What a firm has to see to is seen to by the one that it turned out to be.</summary>
internal sealed class RegisterEntryMergeRule(AppDb db) : RowsMergeRule<RegisterEntry>(db)
{
    public override string Name => "清单事项";

    protected override Expression<Func<RegisterEntry, Guid?>> Owner => e => e.OwnerOrganisationId;

    protected override void Give(RegisterEntry row, Guid to) => row.Follow(to);
}

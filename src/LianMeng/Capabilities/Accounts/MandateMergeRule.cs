using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Who speaks for a firm, or represents it, does so for the one that it turned out to be.</summary>
internal sealed class MandateMergeRule(AppDb db) : RowsMergeRule<Mandate>(db)
{
    public override string Name => "任职";

    protected override Expression<Func<Mandate, Guid?>> Owner => m => m.OrganisationId;

    protected override void Give(Mandate row, Guid to) => row.SpeakFor(to);
}

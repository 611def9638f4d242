using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;

namespace LianMeng.Capabilities.Deals.Substitutions;

/// <summary>An entry's lines of the ledger are those of the firm that it turned out to be. A line between the two is taken out.</summary>
internal sealed class SubstitutionMergeRule(AppDb db, TimeProvider clock) : PairMergeRule<SubstitutionRecord>(db)
{
    public override string Name => "本地替代";

    protected override (string One, string Other) Sides => (nameof(SubstitutionRecord.BuyerId), nameof(SubstitutionRecord.MakerId));

    protected override IQueryable<SubstitutionRecord> Live => Db.Set<SubstitutionRecord>().Where(r => r.WithdrawnAt == null);

    protected override void Replace(SubstitutionRecord row, Guid from, Guid to) => row.Replace(from, to);

    protected override void Drop(SubstitutionRecord row) => row.Withdraw(clock.GetUtcNow().UtcDateTime);
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;

namespace LianMeng.Capabilities.FigureConsents;

/// <summary>A consent goes with the firm into the one that it turned out to be, as giver and as recipient.</summary>
internal sealed class FigureConsentMergeRule(AppDb db, TimeProvider clock) : PairMergeRule<FigureConsent>(db)
{
    public override string Name => "数据授权";

    protected override (string One, string Other) Sides => (nameof(FigureConsent.OrganisationId), nameof(FigureConsent.RecipientId));

    protected override IQueryable<FigureConsent> Live => Db.Set<FigureConsent>().Where(c => c.WithdrawnAt == null);

    protected override string? Once(FigureConsent row) => "";

    protected override void Replace(FigureConsent row, Guid from, Guid to) => row.Replace(from, to);

    protected override void Drop(FigureConsent row) => row.Withdraw(clock.GetUtcNow().UtcDateTime);
}

using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.FigureConsents;

/// <summary>A firm lets somebody see its exact figures, or goes on doing so until another day.</summary>
public sealed record FigureConsentGiven(Guid ConsentId, Guid OrganisationId, ConsentRecipient Recipient, Guid RecipientId, DateOnly Until) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [ConsentId];
    public override string Words => $"给出数据授权：至 {Until:yyyy-MM-dd}";
}

/// <summary>A firm takes its consent back; from this moment it holds no more.</summary>
public sealed record FigureConsentWithdrawn(Guid ConsentId, Guid OrganisationId, Guid RecipientId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [ConsentId];
    public override string Words => "撤回数据授权";
}

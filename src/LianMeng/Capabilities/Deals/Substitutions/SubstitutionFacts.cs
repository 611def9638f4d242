using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Deals.Substitutions;

/// <summary>Something was done with a line of the substitution ledger. No product, no saving.</summary>
/// <param name="Side">of the firm whose person did it; null for an officer or a merge</param>
public sealed record SubstitutionMoved(Guid RecordId, Guid BuyerId, Guid MakerId, SubstitutionAction Action, DealSide? Side) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [RecordId];

    public override string Words
        => $"本地替代：{(Side switch { DealSide.Buyer => "买方", DealSide.Seller => "本地供方", _ => "代" })}{(Action switch { SubstitutionAction.Stated => "登记", SubstitutionAction.Confirmed => "确认", _ => "撤下" })}";
}

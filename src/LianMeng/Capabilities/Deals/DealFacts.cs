using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Deals;

/// <summary>A deal was written down. On its own timeline alone: a firm's page is read by more people than may know whom it deals with. No product, no amount.</summary>
public sealed record DealOpened(Guid DealId, Guid SellerId, Guid BuyerId, Guid? IntroductionId, DealSide Side, bool OnBehalf) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [DealId];
    public override string Words => $"登记合作（{(OnBehalf ? "代" : "")}{ListExport.Words(Side)}{(IntroductionId is null ? "" : "，来自对接")}）";
}

/// <summary>Something was done with a deal. No amount, no reason.</summary>
/// <param name="Stage">of a step</param>
/// <param name="State">what the step is worth from now on</param>
public sealed record DealMoved(Guid DealId, Guid SellerId, Guid BuyerId, DealAction Action, DealSide? Side, DealStage? Stage, DealStepState? State, bool OnBehalf) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [DealId];

    public override string Words
        => $"合作：{(OnBehalf ? "代" : "")}{(Side is { } side ? ListExport.Words(side) : "")}{ActionWords}{(Stage is { } stage ? $"“{ListExport.Words(stage)}”" : "")}{(State is { } state ? $"，{ListExport.Words(state)}" : "")}";

    private string ActionWords => Action switch
    {
        DealAction.Stated => "填报",
        DealAction.Confirmed => "确认",
        DealAction.Disputed => "提出争议",
        DealAction.Settled => "了结争议",
        DealAction.Failed => "标为未成",
        _ => "关联副产品",
    };
}

/// <summary>A follow-up was answered.</summary>
public sealed record DealFollowedUp(Guid DealId, int Number, FollowUpOutcome Outcome, DealSide? Side) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [DealId];
    public override string Words => $"合作回访：第 {Number} 次，{ListExport.Words(Outcome)}（{(Side is { } side ? ListExport.Words(side) : "代录")}）";
}

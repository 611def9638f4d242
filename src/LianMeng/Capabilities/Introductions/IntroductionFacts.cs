using System.Text.Json.Serialization;
using LianMeng.Capabilities.Introductions.Public;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Introductions;

/// <summary>
/// An introduction took a step. It stands on its own timeline alone: a firm's page is read by more people than may know whom it talks to. No contact, no price, no reason.
/// </summary>
/// <param name="Side">Who did it; null for an officer.</param>
public sealed record IntroductionMoved(Guid IntroductionId, Guid SellerId, Guid BuyerId, IntroductionSide? Side, IntroductionStep Step, IntroductionStage? From, IntroductionStage To) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [IntroductionId];

    public override string Words => $"对接：{(Side is { } side ? ListExport.Words(side) : "")}{StepWords}{(To == IntroductionStage.Consented ? "，双方联系方式互见" : "")}";

    private string StepWords => Step switch
    {
        IntroductionStep.Suggested => "推荐双方对接",
        IntroductionStep.Offered => "提出对接",
        IntroductionStep.Consented => "同意对接",
        IntroductionStep.Talking => "开始洽谈",
        IntroductionStep.BecameDeal => "转为合作",
        IntroductionStep.Declined => "婉拒",
        IntroductionStep.FirmLeft => "因企业移出名册而结束",
        _ => Side is null ? "撤回推荐" : "撤回同意",
    };
}

/// <summary>Consent was taken back after each had seen the other's contact: from now on it is hidden, and deleted here.</summary>
/// <param name="ShownAt">Since when the two had seen each other's contacts, UTC.</param>
public sealed record IntroductionContactsHidden(Guid IntroductionId, DateTime ShownAt) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [IntroductionId];

    /// <summary>For people: in China's time.</summary>
    [JsonIgnore]
    public DateTime ShownInChina => ShownAt.AddHours(8);

    public override string Words => $"双方联系方式不再显示（自 {ShownInChina:yyyy-MM-dd HH:mm} 起曾互相可见）";
}

/// <summary>Those who are waited for were reminded.</summary>
public sealed record IntroductionReminded(Guid IntroductionId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [IntroductionId];
    public override string Words => "提醒尚未答复的企业";
}

using LianMeng.Capabilities.Introductions.Public;
using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Introductions;

/// <summary>An introduction in words and colours.</summary>
internal static class IntroductionWords
{
    /// <summary>等买方同意; null when nothing is waited for.</summary>
    public static string? WaitsFor(IntroductionStage stage, bool sellerConsented) => stage switch
    {
        IntroductionStage.Suggested => "等双方同意",
        IntroductionStage.Offered => sellerConsented ? "等买方同意" : "等卖方同意",
        IntroductionStage.Consented => "等双方洽谈",
        IntroductionStage.Talking => "洽谈",
        _ => null,
    };

    public static string WithDays(string whom, int days) => days == 0 ? $"{whom}，今天起" : $"{whom} {days} 天";

    public static Tone ToneOf(IntroductionStage stage) => stage switch
    {
        IntroductionStage.Suggested or IntroductionStage.Offered => Tone.Info,
        IntroductionStage.Consented or IntroductionStage.Talking or IntroductionStage.Deal => Tone.Good,
        IntroductionStage.Declined => Tone.Warning,
        _ => Tone.Neutral,
    };
}

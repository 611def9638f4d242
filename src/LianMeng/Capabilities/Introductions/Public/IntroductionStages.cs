namespace LianMeng.Capabilities.Introductions.Public;

/// <summary>What a stage means for those who ask.</summary>
public static class IntroductionStages
{
    /// <summary>Neither a deal nor over: a second one of the same firms and product would be one too many.</summary>
    public static bool IsOpen(this IntroductionStage stage) => stage is IntroductionStage.Suggested or IntroductionStage.Offered or IntroductionStage.Consented or IntroductionStage.Talking;
}

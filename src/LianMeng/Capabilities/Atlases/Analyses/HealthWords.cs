using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>The engine's judgements as lists, pages and pictures name them.</summary>
public static class HealthWords
{
    public static HealthWord ToWord(this Health health) => health switch
    {
        Health.Broken => HealthWord.Broken,
        Health.Weak => HealthWord.Weak,
        Health.Sound => HealthWord.Sound,
        Health.Strong => HealthWord.Strong,
        _ => HealthWord.Unknown,
    };

    public static Tone ToTone(this HealthWord word) => word switch
    {
        HealthWord.Broken => Tone.Bad,
        HealthWord.Weak => Tone.Warning,
        HealthWord.Sound => Tone.Info,
        HealthWord.Strong => Tone.Good,
        _ => Tone.Neutral,
    };
}

using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>How a health is told in a picture: a word, a shape and a colour, never the colour alone.</summary>
public static class HealthMark
{
    /// <summary>In the order in which they are listed: what wants attention first.</summary>
    public static IReadOnlyList<Health> All { get; } = [Health.Broken, Health.Weak, Health.Sound, Health.Strong, Health.Unknown];

    /// <summary>断, 弱, 稳, 强 or 未知.</summary>
    public static string Word(this Health health) => health switch { Health.Broken => "断", Health.Weak => "弱", Health.Sound => "稳", Health.Strong => "强", _ => "未知" };

    /// <summary>A sign of its own shape.</summary>
    public static string Sign(this Health health) => health switch { Health.Broken => "✕", Health.Weak => "△", Health.Sound => "●", Health.Strong => "★", _ => "?" };

    /// <summary>What it says of a product.</summary>
    public static string Meaning(this Health health) => health switch
    {
        Health.Broken => "本地有采购，无企业供应",
        Health.Weak => "只有一家供应，或供不应求",
        Health.Sound => "供需基本相当",
        Health.Strong => "供应充足，可作长板",
        _ => "申报的企业不够，不作判断",
    };

    /// <summary>Behind lm-health-.</summary>
    public static string Css(this Health health) => health switch { Health.Broken => "broken", Health.Weak => "weak", Health.Sound => "sound", Health.Strong => "strong", _ => "unknown" };

    /// <summary>The colour of the sign in a drawing; 未知 is a hatch instead.</summary>
    internal static string Colour(this Health health) => health switch { Health.Broken => "#b3261e", Health.Weak => "#8a5a00", Health.Sound => "#1a56b8", Health.Strong => "#17663a", _ => "#55607a" };
}

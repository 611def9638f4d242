using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Atlases;

/// <summary>Meanings of links as people read and write them.</summary>
internal static class LinkMeaningWords
{
    public static string Title(this LinkMeaning meaning) => meaning switch
    {
        LinkMeaning.InputOf => "投入",
        LinkMeaning.ByProductOf => "副产",
        LinkMeaning.SubstituteOf => "替代",
        _ => "一种",
    };

    /// <summary>铝锭 投入 铝合金, as a sentence.</summary>
    public static string Say(this LinkMeaning meaning, string from, string to) => meaning switch
    {
        LinkMeaning.InputOf => $"{from} 用于生产 {to}",
        LinkMeaning.ByProductOf => $"生产 {to} 产生 {from}",
        LinkMeaning.SubstituteOf => $"{from} 可替代 {to}",
        _ => $"{from} 是 {to} 的一种",
    };
}

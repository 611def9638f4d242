using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Matching.Pages;

/// <summary>The pages about the words that people search with.</summary>
internal static class WordTabs
{
    public static IReadOnlyList<Tab> Items { get; } = [new("没有好结果的查找", "/match/words"), new("同义词", "/match/synonyms")];
}

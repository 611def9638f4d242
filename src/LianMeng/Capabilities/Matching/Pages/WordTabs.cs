using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Matching.Pages;

/// <summary>The pages about the words that people search with.</summary>
internal static class WordTabs
{
    /// <summary>Opens on what is to be done: names that nothing knows.</summary>
    public const string Coverage = "/match/coverage?known=Unknown";

    public static IReadOnlyList<Tab> Items { get; } = [new("没有好结果的查找", "/match/words"), new("产品名覆盖", Coverage), new("同义词", "/match/synonyms")];
}

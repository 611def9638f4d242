using System.Runtime.CompilerServices;
using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Audit;

/// <summary>The kinds of facts in words, to choose from.</summary>
public static class LedgerKinds
{
    /// <summary>Kind and words, in the order of the words. What a fact says of itself without its details names its kind.</summary>
    public static IReadOnlyList<(string Kind, string Words)> All { get; } =
    [
        .. FactCatalogue.All
            .Select(type => (type.Name, ((Fact)RuntimeHelpers.GetUninitializedObject(type)).Words.Split('：', '（')[0]))
            .OrderBy(kind => kind.Item2, StringComparer.Ordinal),
    ];
}

using LianMeng.Browser.Campaigns;
using Xunit.Sdk;
using Xunit.v3;

namespace LianMeng.Browser;

/// <summary>The classes in the order of how long they take: the last one alone would leave a core idle.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Order = [nameof(EveryPageTests), nameof(SecretaryYearTests), nameof(CrashTests), nameof(RollingRestartTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection
        => [.. testCollections.OrderBy(c => Array.FindIndex(Order, name => c.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) is var at && at < 0 ? Order.Length : at)
            .ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];
}

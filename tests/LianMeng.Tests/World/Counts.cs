using System.Globalization;

namespace LianMeng.Tests.World;

/// <summary>How many cases a promise is tried with: few in `./test`, as many as LIANMENG_PROVE_COUNT says in `./prove`.</summary>
public static class Counts
{
    public static int Of(int few)
        => int.TryParse(Environment.GetEnvironmentVariable("LIANMENG_PROVE_COUNT"), CultureInfo.InvariantCulture, out var many) && many > few ? many : few;

    /// <summary>
    /// Where a test that goes through everything goes: everywhere in a proof. In `./test` one half of the places is walked on SQLite and
    /// the other on PostgreSQL, the same each time, so that every place is walked once; `./test --fast` walks the first half.
    /// </summary>
    public static IEnumerable<T> Places<T>(IEnumerable<T> all, Func<T, string> name)
        => Of(0) > 0 ? all : all.Where(place => name(place).Sum(c => c) % 2 == (TestDatabase.IsSqlite ? 0 : 1));

    /// <summary>One line that a run shows: the promise of trust.md and what was counted.</summary>
    public static void Say(int promise, string counted)
    {
        var line = $"promise {promise} ({TestDatabase.Provider}): {counted}";
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        Console.WriteLine(line);
    }
}

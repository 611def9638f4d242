using System.Globalization;

namespace LianMeng.Tests.World;

/// <summary>How many cases a promise is tried with: few in `./test`, as many as LIANMENG_PROVE_COUNT says in `./prove`.</summary>
public static class Counts
{
    public static int Of(int few)
        => int.TryParse(Environment.GetEnvironmentVariable("LIANMENG_PROVE_COUNT"), CultureInfo.InvariantCulture, out var many) && many > few ? many : few;

    /// <summary>One line that a run shows: the promise of trust.md and what was counted.</summary>
    public static void Say(int promise, string counted)
    {
        var line = $"promise {promise} ({TestDatabase.Provider}): {counted}";
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        Console.WriteLine(line);
    }
}

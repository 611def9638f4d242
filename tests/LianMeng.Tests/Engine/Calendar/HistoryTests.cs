using System.Globalization;
using LianMeng.Engine.Calendar;
using LianMeng.Tests.Architecture;

namespace LianMeng.Tests.Engine.Calendar;

/// <summary>Limits, minutes and rates as a person reckoned them, beside the rules and the holiday table.</summary>
public sealed class HistoryTests
{
    private static readonly string Folder = Repository.PathOf("tests/LianMeng.Tests/Engine/Calendar/Histories");

    public static TheoryData<string> All => [.. Directory.GetFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_forty_and_more() => Assert.True(All.Count >= 40, $"only {All.Count}");

    [Theory, MemberData(nameof(All))]
    public void Clocks_are_as_reckoned_by_hand(string name)
    {
        var history = CaseHistory.Read(Path.Combine(Folder, name + ".txt"));
        var clocks = CaseClocks.Replay(history.Events, CaseLimits.Default, TestCalendar.To2026, history.AsOf).ToList();
        if (history.Next is { } next) Assert.Equal(next, Text(CaseClocks.NextLimit(clocks)));
        foreach (var (kind, words) in history.Clocks)
        {
            var clock = clocks.SingleOrDefault(c => c.Kind == kind && c.Task == Id(words, "task") && c.Beneficiary == Id(words, "firm") && c.Milestone == Id(words, "milestone")
                && c.Round == int.Parse(words.GetValueOrDefault("round", "1"), CultureInfo.InvariantCulture));
            Assert.True(clock is not null, $"{kind} {string.Join(' ', words)} is not there: {string.Join('\n', clocks)}");
            clocks.Remove(clock);
            foreach (var (key, expected) in words) Assert.Equal($"{kind} {key}={expected}", $"{kind} {key}={Shown(clock, key) ?? expected}");
            Assert.Equal(words.ContainsKey("provisional"), clock.Provisional);
        }

        Assert.Empty(clocks);
    }

    [Theory, MemberData(nameof(All))]
    public void Rates_are_as_counted_by_hand(string name)
    {
        var history = CaseHistory.Read(Path.Combine(Folder, name + ".txt"));
        var one = new RatedCase(CaseHistory.Id(name), history.Events, CaseLimits.Default);
        foreach (var (from, to, words) in history.Rates)
        {
            var rates = CaseRates.Of([one], TestCalendar.To2026, from, to, history.AsOf, Id(words, "unit"));
            var shown = new[] { ("accepted", rates.Accepted), ("acknowledged", rates.Acknowledged), ("answered", rates.Answered), ("rated", rates.Rated), ("satisfied", rates.Satisfied), ("reopened", rates.Reopened), ("repeated", rates.Repeated) };
            Assert.Equal(shown.Select(rate => $"{rate.Item1} {words.GetValueOrDefault(rate.Item1, "0/0")}"), shown.Select(rate => $"{rate.Item1} {rate.Item2.Numerator}/{rate.Item2.Denominator}"));
            Assert.All(shown, rate => Assert.All(rate.Item2.Of, record => Assert.Equal(one.Id, record.Case)));
            Assert.All(shown, rate => Assert.Subset(rate.Item2.Of.ToHashSet(), rate.Item2.Met.ToHashSet()));
        }
    }

    private static Guid? Id(Dictionary<string, string> words, string key) => words.TryGetValue(key, out var name) ? CaseHistory.Id(name) : null;

    private static string? Shown(CaseClock clock, string key) => key switch
    {
        "start" => Text(clock.Start),
        "limit" => Text(clock.Limit),
        "end" => Text(clock.End),
        "state" => clock.State.ToString().ToLowerInvariant(),
        "elapsed" => Text(clock.Elapsed),
        "paused" => Text(clock.PausedMinutes),
        "remaining" => Text(clock.Remaining),
        "percent" => Text(clock.Percent),
        _ => null, // what it was found by
    };

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "none";

    private static string Text(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) ?? "none";
}

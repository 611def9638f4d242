using System.Diagnostics;
using System.Globalization;
using LianMeng.Engine.Matching;

namespace LianMeng.Bench;

/// <summary>
/// All against all: the best ten counterparts of each of 100 000 invented demands among as many supplies, with scores and reasons, on all cores,
/// at 1/100, 1/10 and all; where only some demands are asked, the time of all is reckoned from them and said to be.
/// SQLite FTS5 over the same titles, which knows neither rights nor products nor reasons, is the peer.
/// </summary>
static class Counterparts
{
    const int Shown = 10, Warming = 200, PeerAsked = 400;

    public static int Run(string[] args) => Tables.Guard(() =>
    {
        var numbers = Options.Numbers(args, ("--listings", 100_000), ("--asked", int.MaxValue));
        var invented = new InventedFirms(null);
        Console.WriteLine($"cores={Environment.ProcessorCount}; names={invented.Names}; listings of a city in districts of 2 500 firms, everybody sees all of them");
        Console.WriteLine("demands   supplies   asked   minutes_for_all   cpu_minutes_for_all   cpu_ms_each   counterparts_each   FTS5 cpu_ms_each   ours/FTS5");
        var said = "";
        foreach (var size in new[] { numbers[0] / 100, numbers[0] / 10, numbers[0] }) said = Measure(invented, Math.Max(1, size), numbers[1]);
        Console.WriteLine(said);
    });

    static string Measure(InventedFirms invented, int size, int most)
    {
        using var index = new MatchIndex(invented.Graph);
        var supplies = invented.Listings(size, MatchKind.Supply, index.LinesOf).ToList();
        foreach (var (_, offer) in supplies) index.Upsert(offer);
        var demands = invented.Listings(size, MatchKind.Demand, index.LinesOf).Select(listing => listing.Title).ToList();
        var scopes = InventedFirms.Districts(size);
        var asked = demands.Where((_, i) => i % Math.Max(1, size / Math.Min(size, most)) == 0).Take(most).ToList();
        foreach (var demand in asked.Take(Warming)) Find(demand);

        var found = 0L;
        var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        Parallel.ForEach(asked, demand => Interlocked.Add(ref found, Find(demand)));
        var spent = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds;
        clock.Stop();

        using var peer = new SqliteBigrams([.. supplies.Select(listing => ("", listing.Title))]);
        var sample = asked.Take(PeerAsked).ToList();
        processor = Environment.CpuUsage.TotalTime;
        foreach (var demand in sample) peer.Search(demand, Shown);
        var theirs = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / sample.Count;

        var (each, share) = (spent / asked.Count, (double)size / asked.Count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{size,-9} {size,-10} {asked.Count,-7} {clock.Elapsed.TotalMinutes * share,15:F2} {each * size / 60_000,21:F2} {each,13:F2} {(double)found / asked.Count,19:F1} {theirs,18:F2} {each / theirs,11:F2}{(share > 1 ? "   (reckoned from those asked)" : "")}"));
        return string.Create(CultureInfo.InvariantCulture, $"demands={size} asked={asked.Count} minutes={clock.Elapsed.TotalMinutes * share:F2} cpu_minutes={each * size / 60_000:F2} cpu_ms_each={each:F2} ours_per_fts5={each / theirs:F2}");

        int Find(string demand) => index.Search(new(demand, MatchKind.Demand, Shown, scopes) { Region = "500107" }).Items.Count;
    }
}

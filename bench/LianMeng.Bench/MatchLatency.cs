using System.Diagnostics;
using System.Globalization;
using LianMeng.Engine.Matching;
using LianMeng.Engine.Text;

namespace LianMeng.Bench;

/// <summary>
/// How long the matcher takes for an answer with reasons at 664, 10 000 and 100 000 invented firms with their listings, on one thread, against
/// SQLite FTS5 over the same lines, which gives lines without reasons, firms or rights.
/// </summary>
static class MatchLatency
{
    const int Asked = 400, Shown = 10;

    static readonly TimeSpan Warming = TimeSpan.FromSeconds(4);

    static readonly int[] Sizes = [664, 10_000, 100_000];

    public static int Run(string[] args) => Tables.Guard(() =>
    {
        var folder = args is [var first, ..] && !first.StartsWith('-') ? first : null;
        var numbers = Options.Numbers(args[(folder is null ? 0 : 1)..], ("--firms", 0));
        var invented = new InventedFirms(folder);
        Console.WriteLine($"names={invented.Names} graph={invented.Graph.Products.Count}/{invented.Graph.Links.Count}");
        foreach (var firms in numbers[0] > 0 ? [numbers[0]] : Sizes) Measure(invented, firms);
    });

    static void Measure(InventedFirms invented, int firms)
    {
        var before = GC.GetTotalMemory(true);
        using var index = new MatchIndex(invented.Graph);
        var building = Stopwatch.StartNew();
        var lines = new HashSet<string>(StringComparer.Ordinal);
        var offers = invented.Of(firms, index.LinesOf).ToList();
        var inventing = building.Elapsed;
        var offered = GC.GetTotalMemory(true);
        building.Restart();
        foreach (var offer in offers) index.Upsert(offer);
        building.Stop();
        var memory = GC.GetTotalMemory(true) - offered;

        foreach (var offer in offers)
            foreach (var line in offer.Makes.Concat(offer.Buys).Concat(offer.Supplies).Concat(offer.Seeks)) lines.Add(ShortText.Normalise(line));
        var questions = invented.Questions(Asked, firms).ToList();
        var ours = Times(questions, request => index.Search(request).Items.Count);

        var peerBuilding = Stopwatch.StartNew();
        using var peer = new SqliteBigrams([.. lines.Order(StringComparer.Ordinal).Select(line => (line, line))]);
        peerBuilding.Stop();
        var theirs = Times(questions, request => peer.Search(request.Text, Shown).Count);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"firms={firms} offers={offers.Count} lines={lines.Count} build_s={building.Elapsed.TotalSeconds:F2} index_mb={memory / 1048576.0:F0} offers_mb={(offered - before) / 1048576.0:F0} invent_s={inventing.TotalSeconds:F2}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  matcher: {ours}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  SQLite FTS5 bigrams (build_s={peerBuilding.Elapsed.TotalSeconds:F2}): {theirs}   ours/peer: median {ours.Median / theirs.Median:F2}, p95 {ours.P95 / theirs.P95:F2}, cpu {ours.Processor / theirs.Processor:F2}"));
    }

    sealed record Figures(double Median, double P95, double Worst, double Processor, double Items)
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"median_ms={Median:F2} p95_ms={P95:F2} worst_ms={Worst:F2} median_cpu_ms={Processor:F2} items={Items:F1}");
    }

    static Figures Times(List<MatchRequest> questions, Func<MatchRequest, int> answer)
    {
        // compile and fill caches outside the measured run
        var clock = Stopwatch.StartNew();
        for (var i = 0; clock.Elapsed < Warming; i++) answer(questions[i % questions.Count]);
        var items = 0;
        var times = new List<double>(questions.Count);
        var processors = new List<double>(questions.Count);
        foreach (var question in questions)
        {
            var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            items += answer(question);
            processors.Add((Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        times.Sort();
        processors.Sort();
        return new(times[times.Count / 2], times[times.Count * 95 / 100], times[^1], processors[processors.Count / 2], (double)items / questions.Count);
    }
}

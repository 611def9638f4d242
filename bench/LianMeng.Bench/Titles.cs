using System.Diagnostics;
using System.Globalization;
using LianMeng.Engine.Text;

namespace LianMeng.Bench;

/// <summary>
/// The text index at 1/100, 1/10 and all of 1 000 000 titles, each two to four short queries side by side: all streams, a filter that lets a quarter
/// through, the best ten; against SQLite FTS5 with bigrams and the same filter. The figures are processor time, so that what else the machine does weighs less.
/// </summary>
static class Titles
{
    const int Shown = 10, Asked = 1000, PeerAsked = 100, Checked = 20, Kinds = 4, Wanted = 1;

    public static int Run(string[] args) => Tables.Guard(() =>
    {
        var folder = args is [var first, ..] && !first.StartsWith('-') ? first : null;
        var most = Options.Numbers(args[(folder is null ? 0 : 1)..], ("--titles", 1_000_000))[0];
        var texts = folder is null ? [.. new InventedFirms(null).Questions(40_000, 1).Select(question => question.Text).Distinct(StringComparer.Ordinal)]
            : Tables.Read(folder, "ecom.train.query.txt", 2).Select(row => row[1]).ToList();
        // what is asked stands in no title but by chance
        var questions = texts.TakeLast(Math.Min(Asked, texts.Count / 10)).ToList();
        texts.RemoveRange(texts.Count - questions.Count, questions.Count);
        Console.WriteLine(SqliteBigrams.Said);
        Console.WriteLine("titles      build_cpu_s  memory_mb  cpu_ms_per_query  p95_ms  insert_visible_ms median/worst  p95_ms_while_100_inserts/s   FTS5: build_s  cpu_ms_per_query   FTS5/ours");
        var said = "";
        foreach (var size in new[] { most / 100, most / 10, most }) said = Measure(texts, questions, Math.Max(1, size));
        Console.WriteLine(said);
    });

    static string Measure(List<string> texts, List<string> questions, int size)
    {
        var dice = new Random(7);
        var titles = new string[size];
        for (var i = 0; i < size; i++) titles[i] = string.Join(' ', Enumerable.Range(0, 2 + dice.Next(3)).Select(_ => texts[dice.Next(texts.Count)]));
        var before = GC.GetTotalMemory(true);
        var index = new TextIndex<int>();
        var building = Cpu(() =>
        {
            for (var i = 0; i < size; i++) index.Upsert(i, titles[i], 1UL << (i % Kinds));
            while (!index.Merged.IsCompleted) index.Merged.Wait();
        });
        var memory = (GC.GetTotalMemory(true) - before) / 1048576.0;
        foreach (var question in questions.Take(Checked))
        {
            var all = index.Search(question, size).Where(hit => hit.Key % Kinds == Wanted).Take(Shown);
            if (!Ask(index, question).SequenceEqual(all)) throw new InvalidOperationException($"The first {Shown} for “{question}” are not those of brute force.");
        }

        var (processor, p95) = (Each(questions, question => Ask(index, question), out var quiet), quiet);
        var seen = Enumerable.Range(0, 200).Select(i => Seen(index, size + i)).Order().ToList();
        var busy = WhileInserting(index, questions, titles, size + 1000);

        var peerBuilding = Stopwatch.StartNew();
        using var peer = new SqliteBigrams([.. titles.Select(title => ("", title))], i => i % Kinds);
        peerBuilding.Stop();
        var theirs = Each(questions.Take(PeerAsked).ToList(), question => peer.Search(question, Shown, Wanted), out _);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{size,-11} {building,11:F1} {memory,10:F0} {processor,17:F3} {p95,7:F2} {seen[seen.Count / 2],22:F2} / {seen[^1]:F2} {busy,27:F2} {peerBuilding.Elapsed.TotalSeconds,16:F1} {theirs,17:F2} {theirs / processor,11:F1}"));
        return string.Create(CultureInfo.InvariantCulture,
            $"titles={size} cpu_ms_per_query={processor:F3} build_cpu_s={building:F1} memory_mb={memory:F0} insert_visible_worst_ms={seen[^1]:F2} p95_ms={p95:F2} p95_ms_inserting={busy:F2} fts5_cpu_ms_per_query={theirs:F2} fts5_per_ours={theirs / processor:F1}");
    }

    static IReadOnlyList<TextHit<int>> Ask(TextIndex<int> index, string question) => index.Search(question, Shown, anyOf: 1UL << Wanted);

    /// <returns>milliseconds of processor time a question</returns>
    static double Each(List<string> questions, Action<string> ask, out double p95)
    {
        // compile and fill caches outside the measured run
        foreach (var question in questions) ask(question);
        var times = new List<double>(questions.Count);
        var processor = Cpu(() =>
        {
            foreach (var question in questions)
            {
                var start = Stopwatch.GetTimestamp();
                ask(question);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        });
        p95 = At95(times);
        return processor * 1000 / questions.Count;
    }

    /// <summary>Milliseconds from the start of an insert until a search has found it.</summary>
    static double Seen(TextIndex<int> index, int key)
    {
        var mark = $"m{key}k";
        var start = Stopwatch.GetTimestamp();
        index.Upsert(key, $"{mark} 铝合金压铸件 新能源汽车", 1UL << Wanted);
        if (index.Search(mark, 1) is not [var hit] || hit.Key != key) throw new InvalidOperationException("An insert was not found.");
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    static double WhileInserting(TextIndex<int> index, List<string> questions, string[] titles, int from)
    {
        var times = new List<double>();
        var clock = Stopwatch.StartNew();
        var writer = Task.Run(async () =>
        {
            for (var i = 0; clock.Elapsed < TimeSpan.FromSeconds(10); i++)
            {
                index.Upsert(from + i, titles[i % titles.Length], 1UL << (i % Kinds));
                var ahead = TimeSpan.FromMilliseconds(10 * (i + 1)) - clock.Elapsed;
                if (ahead > TimeSpan.Zero) await Task.Delay(ahead);
            }
        });
        for (var i = 0; !writer.IsCompleted; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Ask(index, questions[i % questions.Count]);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        writer.Wait();
        return At95(times);
    }

    static double At95(List<double> times)
    {
        times.Sort();
        return times[times.Count * 95 / 100];
    }

    /// <returns>seconds</returns>
    static double Cpu(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}

using System.Diagnostics;
using System.Globalization;
using LianMeng.Engine.Text;

namespace LianMeng.Bench;

/// <summary>
/// Judged text search: MRR@10 (relevant = grade above 0, a query without a relevant document in the first ten counts 0, all
/// queries counted), Recall@1000 (share of a query's relevant documents found, averaged over queries that have any) and processor time a query.
/// </summary>
static class Retrieval
{
    const int Deep = 1000, Shown = 10, Checked = 200;

    public static Task<int> RunAsync(string[] args) => Tables.GuardAsync(async () =>
    {
        if (args.Length == 0 || args[0].StartsWith('-')) throw new BadInputException("usage: retrieval FOLDER [--peers]");
        var unknown = args.Skip(1).FirstOrDefault(arg => arg != "--peers");
        if (unknown is not null) throw new BadInputException($"unknown option: {unknown}");
        var set = Load(args[0]);
        Console.WriteLine($"corpus={set.Corpus.Count} queries={set.Queries.Count} judged={set.Relevant.Count}");

        var peers = new List<(string Name, Figures Figures)>();
        if (args.Contains("--peers"))
        {
            Console.WriteLine(SqliteBigrams.Said);
            using (var fts = new SqliteBigrams(set.Corpus)) peers.Add(("SQLite FTS5 bigrams", Measure(set, (query, take) => fts.Search(query, take))));
            Console.WriteLine(PostgresText.Said);
            await using var postgres = await PostgresText.OpenAsync([.. set.Corpus.Select(title => title.Title)]);
            if (postgres is not null)
            {
                peers.Add(("PostgreSQL ts_rank_cd bigrams", Measure(set, postgres.Rank)));
                peers.Add(("PostgreSQL pg_trgm similarity", Measure(set, postgres.Like)));
            }
        }

        var index = new TextIndex<int>();
        var building = CpuOf(() =>
        {
            for (var i = 0; i < set.Corpus.Count; i++) index.Upsert(i, set.Corpus[i].Title);
        });
        Console.WriteLine($"index built in {building.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture)} s of processor time, {GC.GetTotalMemory(true) / 1024 / 1024} MB managed memory in use");
        Console.WriteLine($"our first {Shown} equal brute force on {Proved(set, index)} queries");
        var ours = Measure(set, (query, take) => [.. index.Search(query, take).Select(hit => hit.Key)]);

        Console.WriteLine("                                 MRR@10: half chosen on | half reported   Recall@1000: chosen on | reported   ms a query");
        foreach (var (name, figures) in peers.Append(("LianMeng", ours)))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34}{Halves.Say(figures.Mrrs[0], figures.Mrrs[1]),24}{Halves.Say(figures.Recalls[0], figures.Recalls[1]),42}   {figures.Clock,8:F2}"));
        foreach (var (name, figures) in peers)
            Console.WriteLine($"{name}: {figures}   ours/peer: MRR {Ratio(ours.Mrr, figures.Mrr)} (reported half {Ratio(ours.Mrrs[1], figures.Mrrs[1])}), Recall {Ratio(ours.Recall, figures.Recall)} ({Ratio(ours.Recalls[1], figures.Recalls[1])}), clock {Ratio(ours.Clock, figures.Clock)}");
        Console.WriteLine(ours);
    });

    /// <summary>Scores every title that shares a token, with nothing left out, and puts them in order by plain sorting.</summary>
    static int Proved(Judged set, TextIndex<int> index)
    {
        var asked = set.Queries.Take(Checked).ToList();
        foreach (var (_, text) in asked)
        {
            var all = index.Search(text, set.Corpus.Count).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Key).Take(Shown);
            if (!index.Search(text, Shown).SequenceEqual(all)) throw new InvalidOperationException($"The first {Shown} for “{text}” are not those of brute force.");
        }
        return asked.Count;
    }

    sealed record Judged(
        List<(string Id, string Title)> Corpus, List<(string Id, string Text)> Queries,
        Dictionary<string, HashSet<string>> Relevant, HashSet<(string Query, string Document)> Self);

    sealed record Figures(double Mrr, double Recall, double Milliseconds, double Clock, double[] Mrrs, double[] Recalls)
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"MRR@10={Mrr:F4} Recall@1000={Recall:F4} cpu_ms_per_query={Milliseconds:F3}");
    }

    static Judged Load(string folder)
    {
        var corpus = Tables.Read(folder, "corpus.tsv", 2).Select(row => (row[0], row[1])).ToList();
        var queries = Tables.Read(folder, "queries.tsv", 2).Select(row => (row[0], row[1])).ToList();
        var relevant = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var judgements = Tables.Read(folder, "qrels.tsv", 3);
        for (var i = 0; i < judgements.Count; i++)
        {
            if (!double.TryParse(judgements[i][2], NumberStyles.Float, CultureInfo.InvariantCulture, out var grade))
            {
                if (i == 0) continue;
                throw new BadInputException($"qrels.tsv, line {i + 1}: the grade is not a number: {judgements[i][2]}");
            }
            if (grade > 0) (relevant.TryGetValue(judgements[i][0], out var known) ? known : relevant[judgements[i][0]] = []).Add(judgements[i][1]);
        }
        // a header row is recognised by naming its first column: data has none there that the judgements know
        if (IsHeader(corpus[0].Item1)) corpus.RemoveAt(0);
        if (IsHeader(queries[0].Item1)) queries.RemoveAt(0);
        if (corpus.Count == 0 || queries.Count == 0) throw new BadInputException("corpus.tsv and queries.tsv need at least one row besides the header");
        var self = File.Exists(Path.Combine(folder, "self.tsv")) ? Tables.Read(folder, "self.tsv", 2).Select(row => (row[0], row[1])).ToHashSet() : [];
        // what must be left out cannot be found, so it is not asked for either
        foreach (var (query, document) in self)
            if (relevant.TryGetValue(query, out var known) && known.Remove(document) && known.Count == 0) relevant.Remove(query);
        return new(corpus, queries, relevant, self);
    }

    static bool IsHeader(string cell) =>
        cell.ToLowerInvariant() is "id" or "_id" or "doc" or "docid" or "doc_id" or "document" or "document_id" or "pid" or "qid" or "query" or "query_id" or "query-id" or "corpus-id";

    static Figures Measure(Judged set, Func<string, int, IReadOnlyList<int>> search)
    {
        // compile and fill caches outside the measured run
        foreach (var query in set.Queries.Take(50)) search(query.Text, Deep);
        var found = new IReadOnlyList<int>[set.Queries.Count];
        var leftOut = set.Self.GroupBy(pair => pair.Query, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var clock = Stopwatch.StartNew();
        var cpu = CpuOf(() =>
        {
            for (var i = 0; i < found.Length; i++)
                found[i] = search(set.Queries[i].Text, Deep + leftOut.GetValueOrDefault(set.Queries[i].Id));
        });
        clock.Stop();
        double[] reciprocal = [0, 0], recall = [0, 0], asked = [0, 0], withRelevant = [0, 0];
        for (var i = 0; i < found.Length; i++)
        {
            var half = Halves.IsChosenOn(i) ? 0 : 1;
            asked[half]++;
            if (!set.Relevant.TryGetValue(set.Queries[i].Id, out var relevant)) continue;
            var ids = found[i].Select(document => set.Corpus[document].Id).Where(id => !set.Self.Contains((set.Queries[i].Id, id))).Take(Deep).ToList();
            var first = ids.Take(Shown).ToList().FindIndex(relevant.Contains);
            if (first >= 0) reciprocal[half] += 1.0 / (first + 1);
            recall[half] += ids.Count(relevant.Contains) / (double)relevant.Count;
            withRelevant[half]++;
        }
        return new(
            reciprocal.Sum() / found.Length, recall.Sum() / Math.Max(1, withRelevant.Sum()), cpu.TotalMilliseconds / found.Length, clock.Elapsed.TotalMilliseconds / found.Length,
            [reciprocal[0] / Math.Max(1, asked[0]), reciprocal[1] / Math.Max(1, asked[1])], [recall[0] / Math.Max(1, withRelevant[0]), recall[1] / Math.Max(1, withRelevant[1])]);
    }

    static TimeSpan CpuOf(Action work)
    {
        using var process = Process.GetCurrentProcess();
        process.Refresh();
        var before = process.TotalProcessorTime;
        work();
        process.Refresh();
        return process.TotalProcessorTime - before;
    }

    static string Ratio(double a, double b) => b == 0 ? "-" : (a / b).ToString("F3", CultureInfo.InvariantCulture);
}

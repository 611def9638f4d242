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
    const int Deep = 1000, Shown = 10;

    public static int Run(string[] args) => Tables.Guard(() =>
    {
        if (args.Length == 0 || args[0].StartsWith('-')) throw new BadInputException("usage: retrieval FOLDER [--peers]");
        var unknown = args.Skip(1).FirstOrDefault(arg => arg != "--peers");
        if (unknown is not null) throw new BadInputException($"unknown option: {unknown}");
        var set = Load(args[0]);
        Console.WriteLine($"corpus={set.Corpus.Count} queries={set.Queries.Count} judged={set.Relevant.Count}");

        var peers = new List<(string Name, Figures Figures)>();
        if (args.Contains("--peers"))
        {
            using var fts = new SqliteBigrams(set.Corpus);
            peers.Add(("SQLite FTS5 bigrams", Measure(set, fts.Search)));
        }

        var index = new TextIndex<int>();
        var building = CpuOf(() =>
        {
            for (var i = 0; i < set.Corpus.Count; i++) index.Upsert(i, set.Corpus[i].Title);
        });
        Console.WriteLine($"index built in {building.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture)} s of processor time, {GC.GetTotalMemory(true) / 1024 / 1024} MB managed memory in use");
        var ours = Measure(set, (query, take) => [.. index.Search(query, take).Select(hit => hit.Key)]);

        foreach (var (name, figures) in peers)
            Console.WriteLine($"{name}: {figures}   ours/peer: MRR {Ratio(ours.Mrr, figures.Mrr)}, Recall {Ratio(ours.Recall, figures.Recall)}, cpu {Ratio(ours.Milliseconds, figures.Milliseconds)}");
        Console.WriteLine(ours);
    });

    sealed record Judged(
        List<(string Id, string Title)> Corpus, List<(string Id, string Text)> Queries,
        Dictionary<string, HashSet<string>> Relevant, HashSet<(string Query, string Document)> Self);

    sealed record Figures(double Mrr, double Recall, double Milliseconds)
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
        var cpu = CpuOf(() =>
        {
            for (var i = 0; i < found.Length; i++)
                found[i] = search(set.Queries[i].Text, Deep + leftOut.GetValueOrDefault(set.Queries[i].Id));
        });
        double reciprocal = 0, recall = 0;
        var withRelevant = 0;
        for (var i = 0; i < found.Length; i++)
        {
            if (!set.Relevant.TryGetValue(set.Queries[i].Id, out var relevant)) continue;
            var ids = found[i].Select(document => set.Corpus[document].Id).Where(id => !set.Self.Contains((set.Queries[i].Id, id))).Take(Deep).ToList();
            var first = ids.Take(Shown).ToList().FindIndex(relevant.Contains);
            if (first >= 0) reciprocal += 1.0 / (first + 1);
            recall += ids.Count(relevant.Contains) / (double)relevant.Count;
            withRelevant++;
        }
        return new(reciprocal / found.Length, recall / Math.Max(1, withRelevant), cpu.TotalMilliseconds / found.Length);
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

using System.Text;
using LianMeng.Engine.Text;
using Microsoft.Data.Sqlite;

namespace LianMeng.Bench;

/// <summary>
/// The peer: SQLite FTS5 with its own bm25 over Chinese bigrams and whole ASCII words (a lone Chinese character stays one), terms joined by OR.
/// </summary>
sealed class SqliteBigrams : IDisposable
{
    readonly SqliteConnection connection = new("Data Source=:memory:");
    readonly SqliteCommand query;

    const string Ddl = "create virtual table titles using fts5(words, content='', tokenize='unicode61')";

    const string KindDdl = "create table kinds(id integer primary key, kind integer not null)";

    const string Query = "select rowid from titles where titles match $words order by bm25(titles), rowid limit $take";

    const string OfKind = "select titles.rowid from titles cross join kinds on kinds.id = titles.rowid where titles match $words and kinds.kind = $kind order by bm25(titles), titles.rowid limit $take";

    public static string Said => $"SQLite FTS5 in memory: {Ddl}; optimize; {Query}   ($words = \"ab\" OR \"bc\" OR …)\n  with a filter: {KindDdl}; {OfKind}";

    /// <param name="corpus">What is searched.</param>
    /// <param name="kindOf">Where given, each title's kind by its place, to filter by.</param>
    public SqliteBigrams(IReadOnlyList<(string Id, string Title)> corpus, Func<int, int>? kindOf = null)
    {
        connection.Open();
        Execute(Ddl);
        Execute(KindDdl);
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "insert into titles(rowid, words) values ($id, $words)";
        var id = insert.Parameters.Add("$id", SqliteType.Integer);
        var words = insert.Parameters.Add("$words", SqliteType.Text);
        for (var i = 0; i < corpus.Count; i++)
        {
            id.Value = i + 1;
            words.Value = string.Join(' ', Cut(corpus[i].Title));
            insert.ExecuteNonQuery();
        }
        if (kindOf is not null)
        {
            using var kinds = connection.CreateCommand();
            kinds.CommandText = "insert into kinds values ($id, $kind)";
            var (of, kind) = (kinds.Parameters.Add("$id", SqliteType.Integer), kinds.Parameters.Add("$kind", SqliteType.Integer));
            for (var i = 0; i < corpus.Count; i++)
            {
                (of.Value, kind.Value) = (i + 1, kindOf(i));
                kinds.ExecuteNonQuery();
            }
        }
        transaction.Commit();
        Execute("insert into titles(titles) values ('optimize')");

        query = connection.CreateCommand();
        query.CommandText = kindOf is null ? Query : OfKind;
        if (kindOf is not null) query.Parameters.Add("$kind", SqliteType.Integer);
        query.Parameters.Add("$words", SqliteType.Text);
        query.Parameters.Add("$take", SqliteType.Integer);
        query.Prepare();
    }

    /// <param name="text">What is asked.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="kind">Where kinds were given: only titles of this one.</param>
    public IReadOnlyList<int> Search(string text, int take, int kind = 0)
    {
        var words = Cut(text).Distinct(StringComparer.Ordinal).Select(word => $"\"{word}\"").ToList();
        if (words.Count == 0) return [];
        query.Parameters["$words"].Value = string.Join(" OR ", words);
        query.Parameters["$take"].Value = take;
        if (query.Parameters.Contains("$kind")) query.Parameters["$kind"].Value = kind;
        using var reader = query.ExecuteReader();
        var found = new List<int>();
        while (reader.Read()) found.Add(reader.GetInt32(0) - 1);
        return found;
    }

    public void Dispose()
    {
        query.Dispose();
        connection.Dispose();
    }

    /// <summary>Bigrams and whole words, as the peers index them.</summary>
    public static List<string> Cut(string text)
    {
        var normalised = ShortText.Normalise(text);
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i <= normalised.Length; i++)
        {
            var c = i < normalised.Length ? normalised[i] : ' ';
            if (ShortText.IsWordLetter(c)) { word.Append(c); continue; }
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
            if (!Stands(c)) continue;
            var hasNext = i + 1 < normalised.Length && Stands(normalised[i + 1]);
            var hasPrevious = i > 0 && Stands(normalised[i - 1]);
            if (hasNext) words.Add(normalised.Substring(i, 2));
            else if (!hasPrevious) words.Add(c.ToString());
        }
        return words;

        static bool Stands(char c) => ShortText.IsIdeograph(c) && !char.IsSurrogate(c);
    }

    void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

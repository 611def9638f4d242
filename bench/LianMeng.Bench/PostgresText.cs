#pragma warning disable RS0030 // the peer's own SQL
using Npgsql;
using NpgsqlTypes;

namespace LianMeng.Bench;

/// <summary>
/// The peers on PostgreSQL: ts_rank_cd over a tsvector of bigrams (configuration "simple", terms joined by OR), and pg_trgm's similarity over the
/// text as it is. Defaults of the server, with the index each recommends.
/// </summary>
sealed class PostgresText : IAsyncDisposable
{
    // without a locale pg_trgm takes Chinese characters for punctuation
    const string Database = "TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'";

    const string RankDdl = "create table titles(id int primary key, title text not null, words tsvector not null); create index on titles using gin(words)";

    const string RankQuery = "select id from titles, to_tsquery('simple', $1) q where words @@ q order by ts_rank_cd(words, q, 1) desc, id limit $2";

    const string LikeDdl = "create extension if not exists pg_trgm; create index on titles using gin(title gin_trgm_ops)";

    // the threshold is left at its least useful value for nobody: what shares a trigram may be found
    const string LikeSetting = "set pg_trgm.similarity_threshold = 0.05";

    const string LikeQuery = "select id from titles where title % $1 order by similarity(title, $1) desc, id limit $2";

    readonly PostgresServer server;
    readonly NpgsqlConnection connection;

    PostgresText(PostgresServer server, NpgsqlConnection connection) => (this.server, this.connection) = (server, connection);

    public static string Said => $"PostgreSQL peers: database {Database}; {RankDdl}; {LikeDdl}; vacuum analyze titles; {LikeSetting}\n  ts_rank_cd: {RankQuery}   ($1 = 'ab' | 'bc' | …, bigrams and whole words cut as for FTS5)\n  pg_trgm: {LikeQuery}   ($1 = the normalised question)";

    /// <returns>null, and a line that says why, when there is no server</returns>
    public static async Task<PostgresText?> OpenAsync(IReadOnlyList<string> titles)
    {
        if (await PostgresServer.OpenAsync() is not { } server) return null;
        var open = new NpgsqlConnection(await server.NewAsync(Database));
        await open.OpenAsync();
        var peer = new PostgresText(server, open);
        await peer.DoAsync(RankDdl);
        await peer.DoAsync("create temp table raw(id int, title text, words text)");
        await using (var copy = await open.BeginBinaryImportAsync("copy raw from stdin (format binary)"))
        {
            for (var i = 0; i < titles.Count; i++)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(i, NpgsqlDbType.Integer);
                await copy.WriteAsync(Engine.Text.ShortText.Normalise(titles[i]), NpgsqlDbType.Text);
                await copy.WriteAsync(string.Join(' ', SqliteBigrams.Cut(titles[i])), NpgsqlDbType.Text);
            }
            await copy.CompleteAsync();
        }
        await peer.DoAsync("insert into titles select id, title, to_tsvector('simple', words) from raw");
        await peer.DoAsync(LikeDdl);
        await peer.DoAsync("vacuum analyze titles");
        await peer.DoAsync(LikeSetting);
        return peer;
    }

    public IReadOnlyList<int> Rank(string text, int take)
    {
        var words = SqliteBigrams.Cut(text).Distinct(StringComparer.Ordinal).Select(word => $"'{word}'").ToList();
        return words.Count == 0 ? [] : Ask(RankQuery, string.Join(" | ", words), take);
    }

    public IReadOnlyList<int> Like(string text, int take) => Ask(LikeQuery, Engine.Text.ShortText.Normalise(text), take);

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await server.DisposeAsync();
    }

    int[] Ask(string sql, string text, int take)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = text, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = take, NpgsqlDbType = NpgsqlDbType.Integer });
        using var reader = command.ExecuteReader();
        var found = new List<int>();
        while (reader.Read()) found.Add(reader.GetInt32(0));
        return [.. found];
    }

    async Task DoAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }
}

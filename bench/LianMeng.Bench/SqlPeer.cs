using System.Diagnostics;
using System.Globalization;
using LianMeng.Engine.ChainGraph;
using Npgsql;
using NpgsqlTypes;

namespace LianMeng.Bench;

/// <summary>"Who is hit if this firm stops" and "how are these two products joined", asked of the engine and of recursive SQL on PostgreSQL, indexed as one would.</summary>
static class SqlPeer
{
    private const int Asked = 20;

    private const string Reach = "WITH RECURSIVE hit(firm) AS (SELECT $1::int UNION SELECT s.buyer FROM hit JOIN supply s ON s.seller = hit.firm) SELECT count(*) - 1 FROM hit";

    private const string Steps = """
        WITH RECURSIVE way(product, steps) AS (
            SELECT $1::int, 0 UNION SELECT n.b, way.steps + 1 FROM way JOIN near n ON n.a = way.product WHERE way.steps < 3)
        SELECT min(steps) FROM way WHERE product = $2
        """;

    public static async Task RunAsync(InventedChain chain)
    {
        await using var server = await PostgresServer.OpenAsync();
        if (server is null) return;
        await using var connection = new NpgsqlConnection(server.Plain);
        await connection.OpenAsync();
        await FillAsync(connection, chain);
        await WhatIfAsync(connection, chain);
        await PathsAsync(connection, chain);
    }

    private static async Task WhatIfAsync(NpgsqlConnection connection, InventedChain chain)
    {
        var network = new FirmNetwork(chain.Supplies);
        var places = chain.Firms.Select((firm, at) => (firm, at)).ToDictionary(f => f.firm, f => f.at);
        var asked = chain.Supplies.Select(s => s.Seller).Distinct().Take(Asked).ToList();
        var (engine, sql) = (new List<double>(), new List<double>());
        foreach (var firm in asked)
        {
            // Every purchase is needed for every sale: the question that SQL can ask.
            var watch = Stopwatch.StartNew();
            var hit = WhatIf.Stops(network, firm, null, [], isReplaced: false).Firms.Select(f => f.Firm).Where(f => f != firm).Distinct().Count();
            engine.Add(watch.Elapsed.TotalMilliseconds);
            watch.Restart();
            var rows = await AskAsync(connection, Reach, places[firm]);
            sql.Add(watch.Elapsed.TotalMilliseconds);
            if (rows != hit) throw new InvalidOperationException($"The engine says {hit} firms are hit, SQL {rows}.");
        }

        Say("what if a firm stops: whole reach", engine, sql);
    }

    private static async Task PathsAsync(NpgsqlConnection connection, InventedChain chain)
    {
        var graph = new ProductGraph(chain.Graph, chain.Links);
        var (engine, sql) = (new List<double>(), new List<double>());
        var (at, tried) = (0, 0);
        while (engine.Count < Asked && tried++ < 500)
        {
            // Pairs up to three steps apart: beyond that a recursive query without a visited set does not end in a minute.
            var (start, middle) = (chain.Links[at += 7].From, chain.Links[at].To);
            var second = graph.Of(middle)[^1];
            var goal = second.To == middle ? second.From : second.To;
            if (goal == start) continue;
            var watch = Stopwatch.StartNew();
            var steps = graph.Shortest(start, goal)!.Links.Count;
            engine.Add(watch.Elapsed.TotalMilliseconds);
            watch.Restart();
            var rows = await AskAsync(connection, Steps, int.Parse(start, CultureInfo.InvariantCulture), int.Parse(goal, CultureInfo.InvariantCulture));
            sql.Add(watch.Elapsed.TotalMilliseconds);
            if (rows != steps) throw new InvalidOperationException($"The engine needs {steps} steps from {start} to {goal}, SQL {rows}.");
        }

        Say("shortest way between products (up to 3 steps)", engine, sql);
    }

    private static void Say(string what, List<double> engine, List<double> sql)
    {
        var (ours, theirs) = (Median(engine), Median(sql));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {engine.Count} questions, the same answers; median {ours:0.00} ms, recursive SQL {theirs:0.00} ms, ratio {ours / theirs:0.000}"));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task FillAsync(NpgsqlConnection connection, InventedChain chain)
    {
        await DoAsync(connection, "CREATE TABLE supply(seller int, buyer int)");
        var places = chain.Firms.Select((firm, at) => (firm, at)).ToDictionary(f => f.firm, f => f.at);
        await using (var copy = await connection.BeginBinaryImportAsync("COPY supply FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var link in chain.Supplies) await RowAsync(copy, places[link.Seller], places[link.Buyer]);
            await copy.CompleteAsync();
        }

        await DoAsync(connection, "CREATE TABLE near(a int, b int)");
        await using (var copy = await connection.BeginBinaryImportAsync("COPY near FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var link in chain.Links)
            {
                var (from, to) = (int.Parse(link.From, CultureInfo.InvariantCulture), int.Parse(link.To, CultureInfo.InvariantCulture));
                await RowAsync(copy, from, to);
                await RowAsync(copy, to, from);
            }

            await copy.CompleteAsync();
        }

        await DoAsync(connection, "CREATE INDEX ON supply(seller, buyer)");
        await DoAsync(connection, "CREATE INDEX ON near(a, b)");
        await DoAsync(connection, "ANALYZE");
    }

    private static async Task RowAsync(NpgsqlBinaryImporter copy, int a, int b)
    {
        await copy.StartRowAsync();
        await copy.WriteAsync(a, NpgsqlDbType.Integer);
        await copy.WriteAsync(b, NpgsqlDbType.Integer);
    }

#pragma warning disable RS0030 // a peer is asked in its own language
    private static async Task DoAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> AskAsync(NpgsqlConnection connection, string sql, params int[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
#pragma warning restore RS0030
}

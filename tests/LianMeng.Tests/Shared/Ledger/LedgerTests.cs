using System.Data.Common;
using System.Security.Cryptography;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Shared.Ledger;

/// <summary>Promises 17 and 18: nothing is saved without a fact, and no fact is changed unseen.</summary>
[Trait("Promise", "17")]
[Trait("Promise", "18")]
public sealed class LedgerTests(TestWorld world) : IClassFixture<TestWorld>
{
    private static readonly string[] Tables = ["LedgerSubject", "Ledger", "LedgerHead"];

    [WorldFact]
    public async Task A_save_without_a_fact_is_refused_and_saves_nothing()
    {
        var actor = await world.ActorAsync(world.Known.Secretary);
        var problem = await Record.ExceptionAsync(() => world.AsAsync(actor, services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(Organisation.Register(new OrganisationDetails { Name = "没有事实的企业" }, DataSource.Form, DateTime.SpecifyKind(new DateTime(2026, 1, 1), DateTimeKind.Utc)));
            return db.SaveChangesAsync();
        }));
        Assert.IsType<InvalidOperationException>(problem);
        Assert.False(await world.ReadAsync(db => db.Set<Organisation>().AnyAsync(o => o.Name == "没有事实的企业")));
    }

    [WorldFact]
    public async Task Every_command_that_is_done_leaves_who_when_and_what()
    {
        var before = await world.HeadAsync();
        var outcome = await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<RegisterOrganisation>(), new() { Name = "重庆留痕铝业有限公司" });
        Assert.True(outcome.IsDone, outcome.Message);
        var entry = await world.ReadAsync(db => db.Set<LedgerEntry>().SingleAsync(e => e.Seq == before + 1));
        Assert.Equal(($"person:{world.Known.Secretary.Id}", nameof(OrganisationRegistered), world.Known.Tongliang), (entry.Actor, entry.Kind, entry.DistrictId));
        Assert.True(await world.ReadAsync(db => db.Set<LedgerSubject>().AnyAsync(s => s.Seq == entry.Seq && s.EntityId == outcome.Value!.Id)));
    }

    /// <summary>Two saves of one scope with a stranger's save between them: the head must be read anew.</summary>
    [WorldFact]
    public async Task A_scope_that_saves_twice_numbers_on_from_what_others_wrote_between()
    {
        var actor = await world.ActorAsync(world.Known.Secretary);
        await world.AsAsync(actor, async services =>
        {
            var register = services.GetRequiredService<RegisterOrganisation>();
            Assert.True((await register.RunAsync(new() { Name = "重庆先存铝业有限公司" })).IsDone);
            Assert.True((await world.RunAsync(world.Known.Officer, s => s.GetRequiredService<RegisterOrganisation>(), new() { Name = "重庆插入铝业有限公司" })).IsDone);
            var second = await register.RunAsync(new() { Name = "重庆后存铝业有限公司" });
            Assert.True(second.IsDone, second.Message);
            return true;
        });
        Assert.Empty((await world.VerifyLedgerAsync()).Problems);
    }

    [WorldFact]
    public async Task An_erased_payload_leaves_a_chain_that_still_verifies()
    {
        await using var raw = await world.OpenRawAsync();
        var copy = await KeepAsync(raw);
        Assert.Equal(1, await raw.RunAsync("UPDATE \"Ledger\" SET \"Json\" = NULL, \"Salt\" = NULL WHERE \"Seq\" = 5"));
        Assert.Empty((await world.VerifyLedgerAsync()).Problems);
        await PutBackAsync(raw, copy);
    }

    [WorldFact]
    public async Task A_truncated_ledger_with_a_rewritten_head_contradicts_the_anchor()
    {
        await world.Services.GetRequiredService<LedgerAnchor>().WriteAsync(default);
        await using var raw = await world.OpenRawAsync();
        var copy = await KeepAsync(raw);
        var head = await world.HeadAsync();
        await raw.RunAsync($"DELETE FROM \"LedgerSubject\" WHERE \"Seq\" > {head - 2}");
        await raw.RunAsync($"DELETE FROM \"Ledger\" WHERE \"Seq\" > {head - 2}");
        await raw.RunAsync($"UPDATE \"LedgerHead\" SET \"Seq\" = {head - 2}, \"Hash\" = (SELECT \"Hash\" FROM \"Ledger\" WHERE \"Seq\" = {head - 2})");
        var report = await world.VerifyLedgerAsync();
        await PutBackAsync(raw, copy);
        Assert.Contains(report.Problems, p => p.Contains("库外存证", StringComparison.Ordinal));
    }

    [WorldFact]
    public async Task Every_edit_is_found_and_named()
    {
        await using var raw = await world.OpenRawAsync();
        var copy = await KeepAsync(raw);
        var head = await world.HeadAsync();
        Assert.Empty((await world.VerifyLedgerAsync()).Problems);

        var dice = new Dice(17);
        var edits = Counts.Of(60);
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < edits; i++)
        {
            var (name, at, work) = Edits[i % Edits.Length](dice, head);
            Assert.True(await work(raw), $"{name} at {at} changed nothing");
            var problems = (await world.VerifyLedgerAsync()).Problems;
            Assert.True(problems.Count > 0, $"{name} at {at} was not found");
            Assert.True(problems.Any(p => p.Contains($"第 {at} 条", StringComparison.Ordinal)), $"{name} at {at} is named as: {problems[0]}");
            names[name] = names.GetValueOrDefault(name) + 1;
            await PutBackAsync(raw, copy);
        }

        Assert.Empty((await world.VerifyLedgerAsync()).Problems);
        Counts.Say(17, $"{edits} edits of {names.Count} kinds over {head} facts, {edits} found and named");
    }

    private delegate Task<bool> Work(DbConnection raw);

    /// <summary>An edit: what it is called, the number under which it must be named, and doing it.</summary>
    private static readonly Func<Dice, long, (string, long, Work)>[] Edits =
    [
        (d, h) => At(d, h, "actor", seq => Set(seq, "\"Actor\" = 'person:0'")),
        (d, h) => At(d, h, "kind", seq => Set(seq, "\"Kind\" = 'AccountDisabled'")),
        (d, h) => At(d, h, "version", seq => Set(seq, "\"V\" = \"V\" + 1")),
        (d, h) => At(d, h, "time", seq => Set(seq, TestDatabase.IsSqlite ? "\"At\" = '2026-01-01 00:00:00'" : "\"At\" = \"At\" + interval '1 microsecond'")),
        (d, h) => At(d, h, "payload", seq => Set(seq, "\"Json\" = replace(\"Json\", '{', '{ ')")),
        (d, h) => At(d, h, "payload without salt", seq => Set(seq, "\"Json\" = '{}', \"Salt\" = NULL")),
        (d, h) => At(d, h, "salt", seq => Set(seq, "\"Salt\" = @bytes", 16)),
        (d, h) => At(d, h, "digest", seq => Set(seq, "\"Digest\" = @bytes", 32)),
        (d, h) => At(d, h, "hash", seq => Set(seq, "\"Hash\" = @bytes", 32)),
        (d, h) => At(d, h, "payload with a fitting digest", Refit),
        (d, h) => At(d, h, "district", seq => Set(seq, $"\"DistrictId\" = (SELECT d.\"Id\" FROM \"District\" d WHERE d.\"Id\" <> \"Ledger\".\"DistrictId\" LIMIT 1)")),
        (d, h) => At(d, h, "deleted", seq => async raw => await raw.RunAsync($"DELETE FROM \"LedgerSubject\" WHERE \"Seq\" = {seq}") >= 0 && await raw.RunAsync($"DELETE FROM \"Ledger\" WHERE \"Seq\" = {seq}") == 1),
        (d, h) => At(d, h, "subject added", seq => async raw => await raw.RunAsync($"INSERT INTO \"LedgerSubject\" (\"Seq\", \"EntityId\", \"DistrictId\") SELECT \"Seq\", @id, \"DistrictId\" FROM \"Ledger\" WHERE \"Seq\" = {seq}", ("id", Id())) == 1),
        (d, h) => WithSubject(d, h, "subject deleted", seq => async raw => await raw.RunAsync($"DELETE FROM \"LedgerSubject\" WHERE \"Seq\" = {seq}") > 0),
        (d, h) => WithSubject(d, h, "subject changed", seq => async raw => await raw.RunAsync($"UPDATE \"LedgerSubject\" SET \"EntityId\" = @id WHERE \"Seq\" = {seq} AND \"EntityId\" = (SELECT \"EntityId\" FROM \"LedgerSubject\" WHERE \"Seq\" = {seq} LIMIT 1)", ("id", Id())) == 1),
        (d, h) => At(d, h - 1, "reordered", seq => async raw =>
        {
            foreach (var table in new[] { "LedgerSubject", "Ledger" })
            {
                await raw.RunAsync($"UPDATE \"{table}\" SET \"Seq\" = -1 WHERE \"Seq\" = {seq}");
                await raw.RunAsync($"UPDATE \"{table}\" SET \"Seq\" = {seq} WHERE \"Seq\" = {seq + 1}");
                await raw.RunAsync($"UPDATE \"{table}\" SET \"Seq\" = {seq + 1} WHERE \"Seq\" = -1");
            }

            return true;
        }),
        (_, h) => ("inserted at the end", h + 1, async raw => await raw.RunAsync($"INSERT INTO \"Ledger\" (\"Seq\", \"At\", \"Actor\", \"DistrictId\", \"Kind\", \"V\", \"Json\", \"Salt\", \"Digest\", \"Hash\") SELECT {h + 1}, \"At\", \"Actor\", \"DistrictId\", \"Kind\", \"V\", \"Json\", \"Salt\", \"Digest\", \"Hash\" FROM \"Ledger\" WHERE \"Seq\" = {h}") == 1),
        (_, h) => ("truncated", h - 1, async raw => await raw.RunAsync($"DELETE FROM \"LedgerSubject\" WHERE \"Seq\" >= {h}") >= 0 && await raw.RunAsync($"DELETE FROM \"Ledger\" WHERE \"Seq\" >= {h}") == 1),
        (_, h) => ("head moved", h, async raw => await raw.RunAsync("UPDATE \"LedgerHead\" SET \"Seq\" = \"Seq\" + 1") == 1),
        (_, h) => ("head's hash", h, async raw => await raw.RunAsync("UPDATE \"LedgerHead\" SET \"Hash\" = @bytes", ("bytes", RandomNumberGenerator.GetBytes(32))) == 1),
    ];

    private static (string, long, Work) At(Dice dice, long head, string name, Func<long, Work> edit)
    {
        var seq = 1 + dice.Next((int)head - 1);
        return (name, seq, edit(seq));
    }

    /// <summary>The first facts of the world set up its districts: those have a subject for certain.</summary>
    private static (string, long, Work) WithSubject(Dice dice, long head, string name, Func<long, Work> edit)
    {
        var seq = 1 + dice.Next(Math.Min(6, (int)head));
        return (name, seq, edit(seq));
    }

    private static Work Set(long seq, string assignment, int bytes = 0)
        => async raw => await raw.RunAsync($"UPDATE \"Ledger\" SET {assignment} WHERE \"Seq\" = {seq}", bytes == 0 ? [] : [("bytes", RandomNumberGenerator.GetBytes(bytes))]) == 1;

    /// <summary>Whoever knows how the digest is made still lacks the key of the chain.</summary>
    private static Work Refit(long seq) => async raw =>
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return await raw.RunAsync($"UPDATE \"Ledger\" SET \"Json\" = '{{}}', \"Salt\" = @salt, \"Digest\" = @digest WHERE \"Seq\" = {seq}", ("salt", salt), ("digest", LedgerChain.Digest(salt, "{}"))) == 1;
    };

    private static object Id() => TestDatabase.IsSqlite ? Guid.CreateVersion7().ToString().ToUpperInvariant() : Guid.CreateVersion7();

    private static async Task<Dictionary<string, List<object?[]>>> KeepAsync(DbConnection raw)
    {
        var copy = new Dictionary<string, List<object?[]>>(StringComparer.Ordinal);
        foreach (var table in Tables) copy[table] = await raw.RowsAsync($"SELECT * FROM \"{table}\"");
        return copy;
    }

    private static async Task PutBackAsync(DbConnection raw, Dictionary<string, List<object?[]>> copy)
    {
        await raw.RunAsync("BEGIN");
        foreach (var table in Tables) await raw.RunAsync($"DELETE FROM \"{table}\"");
        foreach (var (table, rows) in copy)
        {
            foreach (var row in rows)
                await raw.RunAsync($"INSERT INTO \"{table}\" VALUES ({string.Join(',', row.Select((_, i) => "@p" + i))})", [.. row.Select((value, i) => ("p" + i, value))]);
        }

        await raw.RunAsync("COMMIT");
    }

    /// <summary>The same throws in every run.</summary>
    private sealed class Dice(uint seed)
    {
        private uint state = seed;

        public int Next(int sides)
        {
            state = (state * 1664525) + 1013904223;
            return (int)((state >> 8) % (uint)sides);
        }
    }
}

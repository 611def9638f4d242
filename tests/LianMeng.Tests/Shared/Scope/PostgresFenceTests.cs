#pragma warning disable RS0030 // a build without the filter, to see the second fence
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LianMeng.Tests.Shared.Scope;

/// <summary>Promise 7: PostgreSQL keeps the districts apart even where the program forgets to.</summary>
[Trait("Promise", "7")]
public sealed class PostgresFenceTests(TestWorld world) : IClassFixture<TestWorld>
{
    [PostgresFact]
    public async Task Without_the_programs_filter_no_foreign_row_is_read()
    {
        var actor = await world.ActorAsync(world.Known.Secretary);
        var counts = await world.AsAsync(actor, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            return new Dictionary<string, (int Own, int Foreign)>
            {
                ["Organisation"] = await CountAsync(db.Set<Organisation>()),
                ["OrganisationProduct"] = await CountAsync(db.Set<OrganisationProduct>()),
                ["Ledger"] = await CountAsync(db.Set<LedgerEntry>()),
                ["LedgerSubject"] = await CountAsync(db.Set<LedgerSubject>()),
            };
        });
        Assert.All(counts, c => Assert.True(c.Value.Own > 0 && c.Value.Foreign == 0, $"{c.Key}: {c.Value}"));

        // The control: the console, which may read them, finds them without the filter.
        Assert.True(await world.ReadAsync(db => db.Set<Organisation>().IgnoreQueryFilters().CountAsync(o => o.DistrictId == world.Known.Jiulongpo)) > 0);
        Counts.Say(7, $"{counts.Count} tables read without the filter: 0 foreign rows");

        async Task<(int, int)> CountAsync<T>(IQueryable<T> rows) where T : class, LianMeng.Shared.Scope.IDistrictOwned
            => (await rows.IgnoreQueryFilters().CountAsync(r => r.DistrictId == world.Known.Tongliang), await rows.IgnoreQueryFilters().CountAsync(r => r.DistrictId == world.Known.Jiulongpo));
    }

    [PostgresFact]
    public async Task Raw_sql_under_the_programs_role_changes_no_foreign_row()
    {
        var actor = await world.ActorAsync(world.Known.Secretary);
        foreach (var sql in new[] { "UPDATE \"Organisation\" SET \"Name\" = 'x' WHERE \"DistrictId\" = {0}", "DELETE FROM \"OrganisationProduct\" WHERE \"DistrictId\" = {0}" })
            Assert.Equal(0, await world.AsAsync(actor, s => s.GetRequiredService<AppDb>().Database.ExecuteSqlRawAsync(sql, world.Known.Jiulongpo)));
        var problem = await Record.ExceptionAsync(() => world.AsAsync(actor, s => s.GetRequiredService<AppDb>().Database.ExecuteSqlRawAsync(
            "INSERT INTO \"OrganisationQualification\" (\"Id\", \"OrganisationId\", \"DistrictId\", \"Name\") VALUES ({0}, {1}, {2}, 'x')", Guid.CreateVersion7(), world.Known.ForeignFirm, world.Known.Jiulongpo)));
        Assert.Equal("42501", Assert.IsType<PostgresException>(problem).SqlState);
        problem = await Record.ExceptionAsync(() => world.AsAsync(actor, s => s.GetRequiredService<AppDb>().Database.ExecuteSqlRawAsync(
            "UPDATE \"Organisation\" SET \"DistrictId\" = {0} WHERE \"Id\" = {1}", world.Known.Jiulongpo, world.Known.Firm)));
        Assert.Equal("42501", Assert.IsType<PostgresException>(problem).SqlState);
    }

    [PostgresFact]
    public async Task Every_fenced_table_has_the_policies_that_its_marker_says_and_force()
    {
        await using var raw = await world.OpenRawAsync();
        var expected = await world.ReadAsync(db => Task.FromResult(PostgresFence.Policies(db.Model)));
        Assert.True(expected.Count > 5);
        var actual = (await raw.RowsAsync("SELECT tablename, policyname, cmd, qual IS NOT NULL, with_check IS NOT NULL, qual, with_check FROM pg_policies WHERE schemaname = 'public'"))
            .Select(r => $"{r[0]} {r[1]} {r[2]} using={r[3]} check={r[4]}").Order(StringComparer.Ordinal);
        Assert.Equal(expected.SelectMany(t => t.Value.Select(p => $"{t.Key} {p.Name} {p.Command} using={p.Using is not null} check={p.Check is not null}")).Order(StringComparer.Ordinal), actual);

        // What the conditions say, once PostgreSQL has read them: compared with freshly made ones.
        var kinds = expected.GroupBy(t => string.Join('|', t.Value)).ToList();
        Assert.Equal(2, kinds.Count); // owned and published
        foreach (var kind in kinds)
        {
            await raw.RunAsync("CREATE TABLE fresh (\"DistrictId\" uuid)");
            foreach (var policy in kind.First().Value)
                await raw.RunAsync($"CREATE POLICY {policy.Name} ON fresh FOR {policy.Command}{(policy.Using is null ? "" : $" USING ({policy.Using})")}{(policy.Check is null ? "" : $" WITH CHECK ({policy.Check})")}");
            var odd = await raw.RowsAsync("SELECT p.tablename FROM pg_policies p JOIN pg_policies f ON f.tablename = 'fresh' AND f.policyname = p.policyname WHERE p.tablename <> 'fresh' AND (p.qual IS DISTINCT FROM f.qual OR p.with_check IS DISTINCT FROM f.with_check)");
            await raw.RunAsync("DROP TABLE fresh");
            Assert.DoesNotContain(odd, row => kind.Any(t => t.Key == (string)row[0]!));
        }

        var forced = await raw.RowsAsync("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity");
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), forced.Select(r => (string)r[0]!).Order(StringComparer.Ordinal));
        Counts.Say(7, $"{expected.Count} tables: policies and FORCE as the markers say");
    }

    /// <summary>Nodes start while others serve: a fence that stands is left alone, for writing it locks out everybody.</summary>
    [PostgresFact]
    public async Task A_start_writes_only_the_fence_that_is_missing()
    {
        await using var raw = await world.OpenRawAsync();
        const string Versions = "SELECT c.relname, p.polname, p.oid FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid ORDER BY 1, 2";
        var before = (await raw.RowsAsync(Versions)).Select(r => (Table: (string)r[0]!, Policy: (string)r[1]!, Oid: (uint)r[2]!)).ToList();

        await raw.RunAsync("ALTER TABLE \"OrganisationSite\" NO FORCE ROW LEVEL SECURITY; DROP POLICY lm_select ON \"Listing\"");
        await Database.MigrateAsync(world.Services, TestContext.Current.CancellationToken);

        var after = (await raw.RowsAsync(Versions)).Select(r => (Table: (string)r[0]!, Policy: (string)r[1]!, Oid: (uint)r[2]!)).ToList();
        Assert.Equal(before.Select(p => (p.Table, p.Policy)), after.Select(p => (p.Table, p.Policy)));
        Assert.Equal(["Listing", "OrganisationSite"], after.Except(before).Select(p => p.Table).Distinct());
    }

    [PostgresFact]
    public async Task The_program_works_as_a_role_that_owns_nothing()
    {
        var actor = await world.ActorAsync(world.Known.Secretary);
        var (role, super, bypass) = await world.AsAsync(actor, async services =>
        {
            var connection = services.GetRequiredService<AppDb>().Database.GetDbConnection();
            await services.GetRequiredService<AppDb>().Database.OpenConnectionAsync();
            var row = (await connection.RowsAsync("SELECT current_user::text, r.rolsuper, r.rolbypassrls FROM pg_roles r WHERE r.rolname = current_user"))[0];
            return ((string)row[0]!, (bool)row[1]!, (bool)row[2]!);
        });
        Assert.Equal(PostgresFence.Role, role);
        Assert.False(super || bypass);
        await using var raw = await world.OpenRawAsync();
        Assert.Equal(0L, await raw.ScalarAsync($"SELECT count(*) FROM pg_tables WHERE tableowner = '{PostgresFence.Role}'"));
    }

    /// <summary>The next one who gets the connection from the pool must not inherit the districts of the last.</summary>
    [PostgresFact]
    public async Task A_pooled_connection_forgets_whose_it_was()
    {
        var foreign = await world.ActorAsync(world.Known.ForeignSecretary);
        for (var i = 0; i < 5; i++)
        {
            Assert.True(await world.AsAsync(foreign, s => s.GetRequiredService<AppDb>().Set<Organisation>().IgnoreQueryFilters().AnyAsync(o => o.Id == world.Known.ForeignFirm)));
            Assert.False(await world.AsAsync(LianMeng.Shared.Access.Actor.Anonymous, s => s.GetRequiredService<AppDb>().Set<Organisation>().IgnoreQueryFilters().AnyAsync(o => o.Id == world.Known.ForeignFirm)));
        }
    }
}

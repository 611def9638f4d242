#pragma warning disable RS0030 // looks at the connection itself
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Tests.Shared.Data;

/// <summary>Promise 2 in small: the settings that a power cut is survived with are pinned.</summary>
public sealed class SqliteTests(TestWorld world) : IClassFixture<TestWorld>
{
    [SqliteFact]
    public async Task Every_connection_is_synchronous_full_with_foreign_keys_and_secure_delete()
    {
        // A connection that EF itself opens goes through the interceptor.
        var settings = await world.ReadAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            return await ReadAsync(db.Database.GetDbConnection());
        });
        Assert.Equal("wal", settings["journal_mode"]);
        Assert.Equal(("2", "1", "1", "10000"), (settings["synchronous"], settings["foreign_keys"], settings["secure_delete"], settings["busy_timeout"]));
    }

    private static async Task<Dictionary<string, string>> ReadAsync(System.Data.Common.DbConnection connection)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in new[] { "journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout" })
            settings[name] = (await connection.ScalarAsync($"PRAGMA {name}"))!.ToString()!;
        return settings;
    }
}

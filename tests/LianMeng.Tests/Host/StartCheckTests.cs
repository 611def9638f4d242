using LianMeng.Host;
using LianMeng.Host.Backups;
using LianMeng.Host.Verb;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Tests.Host;

/// <summary>What the program refuses to touch when it starts.</summary>
public sealed class StartCheckTests(TestWorld world) : IClassFixture<TestWorld>, IDisposable
{
    private readonly string elsewhere = Directory.CreateTempSubdirectory("lianmeng-elsewhere").FullName;

    [WorldFact]
    public async Task A_database_whose_keys_are_not_here_is_not_written()
    {
        await world.SettleAsync();
        Assert.Null(await ProblemAsync(world.Folder));
        var head = await world.HeadAsync();
        Assert.Contains("ledger.key", await ProblemAsync(elsewhere), StringComparison.Ordinal);

        // The ledger's key came along, the other was left behind.
        File.Copy(Path.Combine(world.Folder, "keys", "ledger.key"), Path.Combine(elsewhere, "keys", "ledger.key"), overwrite: true);
        Assert.Contains("secrets.keys", await ProblemAsync(elsewhere), StringComparison.Ordinal);
        File.Copy(Path.Combine(world.Folder, "keys", "secrets.keys"), Path.Combine(elsewhere, "keys", "secrets.keys"), overwrite: true);
        Assert.Null(await ProblemAsync(elsewhere));
        Assert.Equal(head, await world.HeadAsync());
    }

    [WorldFact]
    public async Task A_restore_that_was_not_finished_is_not_served()
    {
        File.WriteAllText(Path.Combine(elsewhere, RestoreRun.Marker), "");
        Assert.Contains("恢复没有做完", await ProblemAsync(elsewhere), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(elsewhere, recursive: true);

    private async Task<string?> ProblemAsync(string folder)
    {
        var connection = await world.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString()!));
        await using var app = ConsoleHost.Build([$"--Storage:Path={folder}", $"--Database:Provider={TestDatabase.Provider}", $"--ConnectionStrings:LianMeng={connection}"]);
        try
        {
            await StartCheck.PassAsync(app.Services, default);
            return null;
        }
        catch (InvalidOperationException e)
        {
            return e.Message;
        }
    }
}

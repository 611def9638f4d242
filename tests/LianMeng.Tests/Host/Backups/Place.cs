using LianMeng.Host.Backups;
using LianMeng.Host.Verb;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Files;
using LianMeng.Shared.Jobs;
using LianMeng.Tests.World;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Host.Backups;

/// <summary>An empty place to restore into: a folder, and a database of the kind that this run is about.</summary>
internal sealed class Place : IAsyncDisposable
{
    private readonly string database = $"lianmeng_test_{Guid.CreateVersion7():N}";

    private Place() => Connection = TestDatabase.ConnectionOf(Folder, database);

    public string Folder { get; } = Directory.CreateTempSubdirectory("lianmeng-place-").FullName;

    public string Connection { get; }

    public List<string> Said { get; } = [];

    public string[] Settings => [$"--Storage:Path={Folder}", $"--Database:Provider={TestDatabase.Provider}", $"--ConnectionStrings:LianMeng={Connection}"];

    public static async Task<Place> MakeAsync()
    {
        var place = new Place();
        await TestDatabase.CreateAsync(place.database, template: null);
        return place;
    }

    /// <summary>A backup of a world, written while it works.</summary>
    public static async Task<BackupWriter.Report> BackUpAsync(TestWorld world, string to, string? keys, int? keep = null)
    {
        var services = world.Services;
        return await new BackupWriter(services.GetRequiredService<IConfiguration>(), services.GetRequiredService<Storage>(), services.GetRequiredService<FileStore>(), services.GetRequiredService<SweepLock>(), world.Clock, _ => { })
            .WriteAsync(to, keys, keep, default);
    }

    /// <summary>The verb, with its exit code.</summary>
    public async Task<int> RestoreAsync(string file, string keys, bool replace = false)
    {
        Said.Clear();
        var code = await RestoreVerb.RunAsync(file, keys, replace, Settings, Said.Add, default);
        await TestDatabase.ForgetAsync(Connection);
        return code;
    }

    public async Task<T> ReadAsync<T>(Func<AppDb, Task<T>> read)
    {
        await using var app = ConsoleHost.Build(Settings);
        await using var scope = await app.Services.GetRequiredService<TrustedScopes>().OpenConsoleAsync(DistrictIds.City, default);
        return await read(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    /// <summary>Every file that is there now, locks apart.</summary>
    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(Folder, f))];

    public async ValueTask DisposeAsync()
    {
        await TestDatabase.DropAsync(database, Connection);
        Directory.Delete(Folder, recursive: true);
    }
}

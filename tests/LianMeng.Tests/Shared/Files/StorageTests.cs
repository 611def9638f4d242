using LianMeng.Shared.Files;
using Microsoft.Extensions.Configuration;

namespace LianMeng.Tests.Shared.Files;

/// <summary>The folder of what is not in the database.</summary>
public sealed class StorageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lianmeng-test-").FullName;
    private readonly Storage storage;

    public StorageTests() => storage = new Storage(new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Path", folder)]).Build());

    [Fact]
    public async Task The_ledgers_key_is_made_once_by_however_many_processes_and_is_nobody_elses_to_read()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(storage.LedgerKey)));
        Assert.Single(keys.Select(Convert.ToHexString).Distinct());
        Assert.Equal(32, keys[0].Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "keys", "ledger.key")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

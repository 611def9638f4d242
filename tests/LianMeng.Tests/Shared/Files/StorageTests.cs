using System.Text;
using LianMeng.Shared.Files;
using Microsoft.Extensions.Configuration;

namespace LianMeng.Tests.Shared.Files;

/// <summary>What is not in the database: kept under its hash per district, and never where a name could lead.</summary>
public sealed class StorageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lianmeng-test-").FullName;
    private readonly Guid district = Guid.CreateVersion7();
    private readonly Storage storage;

    public StorageTests() => storage = new Storage(new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Path", folder)]).Build());

    [Fact]
    public async Task The_same_content_is_kept_once_and_only_for_its_district()
    {
        var first = await KeepAsync("甲");
        Assert.Equal(first, await KeepAsync("甲"));
        Assert.NotEqual(first, await KeepAsync("乙"));
        Assert.True(storage.HasUpload(district, first));
        Assert.False(storage.HasUpload(Guid.CreateVersion7(), first));
        Assert.Equal(2, Directory.EnumerateFiles(Path.Combine(folder, "uploads"), "*", SearchOption.AllDirectories).Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("../keys/ledger.key")]
    [InlineData("../../../../../../../../../../../../../../../../../../../etc/passwd")]
    public void A_hash_that_is_none_opens_nothing(string? hash)
    {
        Assert.False(storage.HasUpload(district, hash));
        Assert.Throws<FileNotFoundException>(() => storage.OpenUpload(district, hash!));
    }

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

    private Task<string> KeepAsync(string text) => storage.KeepUploadAsync(district, new MemoryStream(Encoding.UTF8.GetBytes(text)), default);
}

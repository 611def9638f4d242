using System.Text;
using LianMeng.Shared.Files;

namespace LianMeng.Tests.Shared.Files;

/// <summary>Where files lie: once, under a name that no other content gets, of their district alone.</summary>
public sealed class FileStoreTests : IDisposable
{
    private readonly StoreFolder here = new();

    [Fact]
    public async Task The_same_content_is_kept_once_and_only_for_its_district()
    {
        var first = await KeepAsync("甲");
        Assert.True(first.IsNew);
        var again = await KeepAsync("甲");
        Assert.Equal(first with { IsNew = false }, again);
        Assert.NotEqual(first.Hash, (await KeepAsync("乙")).Hash);
        Assert.True(here.Store.Has(FileArea.Files, here.District, first.Hash));
        Assert.False(here.Store.Has(FileArea.Uploads, here.District, first.Hash));
        Assert.False(here.Store.Has(FileArea.Files, Guid.CreateVersion7(), first.Hash));
        Assert.Equal(2, here.Store.List(FileArea.Files, here.District).Count());
    }

    [Fact]
    public async Task What_was_written_first_never_changes()
    {
        var kept = await KeepAsync("甲");
        var before = await File.ReadAllBytesAsync(here.PathOf(kept.Hash));
        await KeepAsync("甲");
        Assert.Equal(before, await File.ReadAllBytesAsync(here.PathOf(kept.Hash)));
    }

    [Fact]
    public async Task Many_at_once_of_the_same_content_keep_one()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => KeepAsync("同一份"))));
        Assert.Single(all.Select(k => k.Hash).Distinct());
        Assert.Single(all, k => k.IsNew);
        Assert.Single(here.Store.List(FileArea.Files, here.District));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(here.Folder, "drafts")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("../keys/ledger.key")]
    [InlineData("../../../../../../../../../../../../../../../../../../../etc/passwd")]
    [InlineData("ABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCD")]
    public void A_hash_that_is_none_opens_nothing(string? hash)
    {
        Assert.False(here.Store.HasUpload(here.District, hash));
        Assert.Throws<FileNotFoundException>(() => here.Store.OpenUpload(here.District, hash!));
    }

    [Fact]
    public async Task Too_much_is_not_kept_and_leaves_nothing()
    {
        var problem = await Assert.ThrowsAsync<FileTooLargeException>(() => here.Store.KeepAsync(FileArea.Files, here.District, new MemoryStream(new byte[200_001]), 200_000, default));
        Assert.Contains("195 KB", problem.Message, StringComparison.Ordinal);
        Assert.Empty(here.Store.List(FileArea.Files, here.District));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(here.Folder, "drafts")));
    }

    [Fact]
    public async Task Drafts_of_an_upload_that_broke_off_go_once_they_are_old()
    {
        var drafts = Directory.CreateDirectory(Path.Combine(here.Folder, "drafts")).FullName;
        await File.WriteAllTextAsync(Path.Combine(drafts, $"{here.Clock.GetUtcNow().ToUnixTimeMilliseconds():D13}-x"), "");
        Assert.Equal(0, here.Store.RemoveDrafts(here.Clock.GetUtcNow().UtcDateTime.AddHours(-1)));
        here.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, here.Store.RemoveDrafts(here.Clock.GetUtcNow().UtcDateTime.AddHours(-1)));
    }

    [Fact]
    public async Task Sweepers_let_each_other_in_and_a_backup_nobody()
    {
        var one = new SweepLock(here.Storage);
        var other = new SweepLock(here.Storage);
        using (var sweeping = one.TrySweep())
        {
            Assert.NotNull(sweeping);
            using var also = other.TrySweep();
            Assert.NotNull(also);
            Assert.Null(await other.KeepAllAsync(TimeSpan.Zero, default));
        }

        using (var backup = await one.KeepAllAsync(TimeSpan.Zero, default))
        {
            Assert.NotNull(backup);
            Assert.Null(other.TrySweep());
            Assert.Null(await other.KeepAllAsync(TimeSpan.Zero, default));
        }

        using var free = other.TrySweep();
        Assert.NotNull(free);
    }

    public void Dispose() => here.Dispose();

    private Task<KeptFile> KeepAsync(string text) => here.KeepAsync(Encoding.UTF8.GetBytes(text));
}

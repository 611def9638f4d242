using System.Security.Cryptography;
using LianMeng.Shared.Files;
using LianMeng.Shared.Secrets;
using LianMeng.Tests.World;

namespace LianMeng.Tests.Shared.Files;

/// <summary>Promise 29 for files: what lies on the disk cannot be read, and what was changed there does not open.</summary>
[Trait("Promise", "29")]
public sealed class SealedFileTests : IDisposable
{
    private const int Chunk = SealedFile.ChunkLength;
    private readonly StoreFolder here = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData(3 * Chunk)]
    [InlineData(3 * Chunk + 17)]
    public async Task Any_length_comes_back_whole_and_from_any_place(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        var kept = await here.KeepAsync(content);
        Assert.Equal(length, kept.Length);
        Assert.Equal(content, here.Read(kept.Hash));
        await using var stream = here.Store.Open(FileArea.Files, here.District, kept.Hash);
        Assert.Equal(length, stream.Length);
        for (var i = 0; i < 50 && length > 0; i++)
        {
            var from = RandomNumberGenerator.GetInt32(length);
            var some = new byte[RandomNumberGenerator.GetInt32(1, 2 * Chunk)];
            stream.Seek(from - length, SeekOrigin.End);
            var read = stream.ReadAtLeast(some, some.Length, throwOnEndOfStream: false);
            Assert.True(content.AsSpan(from, Math.Min(some.Length, length - from)).SequenceEqual(some.AsSpan(0, read)));
        }
    }

    [Fact]
    public async Task What_is_cut_off_lengthened_or_put_in_another_order_does_not_open()
    {
        var content = RandomNumberGenerator.GetBytes(5 * Chunk + 100);
        var kept = await here.KeepAsync(content);
        var path = here.PathOf(kept.Hash);
        var whole = await File.ReadAllBytesAsync(path);
        var start = whole.Length - content.Length - 6 * 16;
        var step = Chunk + 16;
        var tried = 0;
        // at every border of a chunk, and anywhere
        foreach (var length in Enumerable.Range(0, 6).Select(i => start + i * step).Concat([0, 5, start - 1, start + 1, whole.Length - 1])) await DamagedAsync(whole[..length]);
        await DamagedAsync([.. whole, 0]);
        await DamagedAsync([.. whole[..(start + step)], .. whole[(start + 2 * step)..(start + 3 * step)], .. whole[(start + step)..(start + 2 * step)], .. whole[(start + 3 * step)..]]);
        // a chunk taken out of the middle
        await DamagedAsync([.. whole[..(start + step)], .. whole[(start + 2 * step)..]]);
        // one bit anywhere
        for (var i = 0; i < Counts.Of(60); i++)
        {
            var flipped = (byte[])whole.Clone();
            flipped[i < start ? i : RandomNumberGenerator.GetInt32(whole.Length)] ^= (byte)(1 << RandomNumberGenerator.GetInt32(8));
            await DamagedAsync(flipped);
        }

        await File.WriteAllBytesAsync(path, whole);
        Assert.Equal(content, here.Read(kept.Hash)); // the control
        Counts.Say(29, $"{tried} changed files: 0 opened");

        async Task DamagedAsync(byte[] changed)
        {
            await File.WriteAllBytesAsync(path, changed);
            Assert.Throws<SecretException>(() => here.Read(kept.Hash));
            Assert.NotNull(await here.Store.ProblemOfAsync(FileArea.Files, here.District, kept.Hash, default));
            tried++;
        }
    }

    [Fact]
    public async Task Another_file_in_its_place_does_not_open()
    {
        var (one, other) = (await here.KeepAsync([1, 2, 3]), await here.KeepAsync([1, 2, 4]));
        File.Copy(here.PathOf(other.Hash), here.PathOf(one.Hash), overwrite: true);
        Assert.Throws<SecretException>(() => here.Read(one.Hash));

        // nor the same content of another district
        var district = Guid.CreateVersion7();
        var foreign = await here.KeepAsync([1, 2, 4], district);
        Assert.NotEqual(foreign.Hash, other.Hash);
        File.Copy(here.Store.List(FileArea.Files, district).Single().Path, here.PathOf(other.Hash), overwrite: true);
        Assert.Throws<SecretException>(() => here.Read(other.Hash));
    }

    [Fact]
    public async Task Nothing_of_the_content_lies_on_the_disk()
    {
        var canary = "联系人 13983007707 金丝雀"u8.ToArray();
        var content = Enumerable.Range(0, 5000).SelectMany(_ => canary).ToArray();
        await here.KeepAsync(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var files = Directory.EnumerateFiles(here.Folder, "*", SearchOption.AllDirectories).ToList();
        Assert.True(files.Count >= 3); // two of keys, one of content
        foreach (var file in files)
        {
            Assert.True((await File.ReadAllBytesAsync(file)).AsSpan().IndexOf("13983007707"u8) < 0, file);
            Assert.DoesNotContain(hash, file, StringComparison.OrdinalIgnoreCase); // a plain hash tells who has a known file
            if (!OperatingSystem.IsWindows() && file.Contains("/files/", StringComparison.Ordinal)) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task A_rotation_rewraps_every_file_while_it_is_read_and_the_old_key_opens_nothing_any_more()
    {
        var content = RandomNumberGenerator.GetBytes(4 * Chunk);
        var kept = await here.KeepAsync(content);
        for (var i = 0; i < 20; i++) await here.KeepAsync(RandomNumberGenerator.GetBytes(100 + i));
        await using var reader = here.Store.Open(FileArea.Files, here.District, kept.Hash);
        var first = new byte[Chunk];
        reader.ReadExactly(first);

        var old = here.Keys.CurrentId;
        var now = here.Keys.Add();
        var (rewrapped, passes) = (0, 0);
        for (int some; (some = await RunBatchAsync(7)) > 0; passes++) rewrapped += some;
        Assert.Equal(21, rewrapped);
        Assert.Equal(3, passes);
        Assert.Equal([old], here.Keys.Retire());

        var rest = new byte[3 * Chunk];
        reader.ReadExactly(rest); // opened before the rotation
        Assert.Equal(content, (byte[])[.. first, .. rest]);
        Assert.Equal(content, here.Read(kept.Hash));
        Assert.All(here.Store.List(FileArea.Files, here.District), blob =>
        {
            using var file = File.OpenRead(blob.Path);
            Assert.Equal(now, SealedHeader.KeyIdOf(file));
        });
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(here.Folder, "drafts")));
    }

    public void Dispose() => here.Dispose();

    private FilesReseal? reseal;

    private async Task<int> RunBatchAsync(int most)
    {
        reseal ??= new FilesReseal(here.Store, here.Keys);
        return await reseal.RunBatchAsync(new OneActor(here.District), most, default);
    }

    private sealed class OneActor(Guid district) : IServiceProvider
    {
        public object GetService(Type serviceType) => LianMeng.Shared.Access.Actor.Job("test", [district], district);
    }
}

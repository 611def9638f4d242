using LianMeng.Shared.Files;
using LianMeng.Shared.Secrets;
using LianMeng.Tests.World;
using Microsoft.Extensions.Configuration;

namespace LianMeng.Tests.Shared.Secrets;

public sealed class SealerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lianmeng-keys").FullName;
    private readonly SettableClock clock = new();

    [Fact]
    public void What_is_sealed_opens_again_and_never_looks_the_same_twice()
    {
        var sealer = new Sealer(Ring());
        var one = sealer.Seal("telephone", "13800138000 张三");
        Assert.NotEqual(one, sealer.Seal("telephone", "13800138000 张三"));
        Assert.Equal("13800138000 张三", sealer.Open("telephone", one));
        Assert.Equal([1, 2, 3], sealer.OpenBytes("file", sealer.SealBytes("file", [1, 2, 3])));
        Assert.DoesNotContain("13800138000", one, StringComparison.Ordinal);
    }

    [Fact]
    public void For_another_purpose_or_with_one_bit_changed_it_does_not_open()
    {
        var sealer = new Sealer(Ring());
        var text = sealer.Seal("telephone", "13800138000");
        Assert.Throws<SecretException>(() => sealer.Open("totp", text));
        var bytes = sealer.SealBytes("file", [1, 2, 3]);
        for (var i = 5; i < bytes.Length; i++)
        {
            var changed = bytes.ToArray();
            changed[i] ^= 1;
            Assert.Throws<SecretException>(() => sealer.OpenBytes("file", changed));
        }

        foreach (var odd in new[] { "", "1", "1..", "2." + text[2..], text[..^1] + "*", text[..20] }) Assert.Throws<SecretException>(() => sealer.Open("telephone", odd));
        Assert.Throws<SecretException>(() => sealer.OpenBytes("file", []));
    }

    [Fact]
    public void A_new_key_seals_from_now_on_the_old_one_still_opens_until_it_is_retired()
    {
        var ring = Ring();
        var sealer = new Sealer(ring);
        var before = sealer.SealForSearch("telephone", "13800138000");
        var id = ring.Add();
        Assert.Equal(id, ring.CurrentId);
        Assert.Equal("13800138000", sealer.Open("telephone", before.Text));
        Assert.Contains(before.Digest, sealer.Digests("telephone", "13800138000"));
        var after = sealer.SealForSearch("telephone", "13800138000");
        Assert.Equal(id, Sealer.KeyIdOf(after.Text));
        Assert.Equal(after.Digest, sealer.Digests("telephone", "13800138000")[0]);

        Assert.Equal([Sealer.KeyIdOf(before.Text)], ring.Retire());
        var missing = Assert.Throws<SecretException>(() => sealer.Open("telephone", before.Text));
        Assert.Contains("缺少密钥", missing.Message, StringComparison.Ordinal);
        Assert.Equal("13800138000", sealer.Open("telephone", after.Text));
    }

    [Fact]
    public void Another_node_opens_at_once_what_a_new_key_sealed_and_soon_seals_with_it()
    {
        var (one, reader, writer) = (Ring(), Ring(), Ring());
        Assert.Equal(one.CurrentId, reader.CurrentId);
        var before = writer.CurrentId;
        var id = one.Add();
        Assert.Equal("x", new Sealer(reader).Open("t", new Sealer(one).Seal("t", "x")));
        Assert.Equal(before, writer.CurrentId);
        clock.Advance(KeyRing.Recheck);
        Assert.Equal(id, writer.CurrentId);
    }

    [Fact]
    public async Task Nodes_that_start_together_make_one_key()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Ring().CurrentId)));
        Assert.Single(ids.Distinct());
        Assert.Single(Directory.GetFiles(Path.Combine(folder, "keys")));
    }

    [Fact]
    public void A_damaged_file_of_keys_is_said_not_replaced()
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "keys")).FullName, KeyRing.FileName);
        File.WriteAllText(path, "not a key\n");
        Assert.Throws<SecretException>(() => Ring().CurrentId);
        Assert.Equal("not a key\n", File.ReadAllText(path));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private KeyRing Ring() => new(new Storage(new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Path", folder)]).Build()), clock);
}

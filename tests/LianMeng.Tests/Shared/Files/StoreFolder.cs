using LianMeng.Shared.Files;
using LianMeng.Shared.Secrets;
using LianMeng.Tests.World;
using Microsoft.Extensions.Configuration;

namespace LianMeng.Tests.Shared.Files;

/// <summary>A file store on a folder of its own, with its keys.</summary>
internal sealed class StoreFolder : IDisposable
{
    public StoreFolder()
    {
        Storage = new Storage(new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Path", Folder)]).Build());
        Keys = new KeyRing(Storage, Clock);
        Sealer = new Sealer(Keys);
        Store = new FileStore(Storage, Sealer, Clock);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("lianmeng-test-").FullName;
    public Guid District { get; } = Guid.CreateVersion7();
    public SettableClock Clock { get; } = new();
    public Storage Storage { get; }
    public KeyRing Keys { get; }
    public Sealer Sealer { get; }
    public FileStore Store { get; }

    public async Task<KeptFile> KeepAsync(byte[] content, Guid? district = null)
        => await Store.KeepAsync(FileArea.Files, district ?? District, new MemoryStream(content), long.MaxValue, default);

    public string PathOf(string hash) => Store.List(FileArea.Files, District).Single(b => b.Hash == hash).Path;

    public byte[] Read(string hash)
    {
        using var content = Store.Open(FileArea.Files, District, hash);
        var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

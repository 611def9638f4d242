using LianMeng.Shared.Files;

namespace LianMeng.Shared.Secrets;

/// <summary>
/// The keys that open what is sealed at rest, in a file outside the database (<c>secrets.keys</c> in the folder of keys): the
/// last line seals, the lines before it only open, until a rotation has resealed everything. All nodes read one file; a node
/// notices a new key within <see cref="Recheck"/>, and at once when it meets one that it does not know.
/// </summary>
public sealed class KeyRing(Storage storage, TimeProvider clock)
{
    public static readonly TimeSpan Recheck = TimeSpan.FromSeconds(1);

    private readonly Lock once = new();
    private IReadOnlyList<SecretKey> keys = [];
    private DateTime writtenAt;
    private long checkedAt;

    public static string FileName => "secrets.keys";

    public string CurrentId => Current.Id;

    /// <summary>Every live key, the current one first.</summary>
    public IReadOnlyList<string> Ids => [.. Keys().Select(k => k.Id).Reverse()];

    internal SecretKey Current => Keys()[^1];

    internal IEnumerable<SecretKey> CurrentFirst => Keys().Reverse();

    /// <exception cref="SecretException">no such key here</exception>
    internal SecretKey Find(string id)
        => Keys().FirstOrDefault(k => k.Id == id) ?? Keys(again: true).FirstOrDefault(k => k.Id == id)
            ?? throw new SecretException($"缺少密钥 {id}，无法解开加密的内容；请把当时的密钥文件 {FileName} 放回密钥文件夹。");

    /// <summary>Adds a key, which seals from now on; those before it still open.</summary>
    public string Add()
    {
        lock (once)
        {
            var key = SecretKey.Create();
            Write([.. Load(), key]);
            return key.Id;
        }
    }

    /// <summary>Takes out every key but the current one. Only when nothing is sealed under them any more.</summary>
    /// <returns>the ids taken out</returns>
    public IReadOnlyList<string> Retire()
    {
        lock (once)
        {
            var all = Load();
            Write([all[^1]]);
            return [.. all.SkipLast(1).Select(k => k.Id)];
        }
    }

    private IReadOnlyList<SecretKey> Keys(bool again = false)
    {
        lock (once)
        {
            var now = clock.GetTimestamp();
            if (keys.Count > 0 && !again && clock.GetElapsedTime(checkedAt, now) < Recheck) return keys;
            checkedAt = now;
            return again || keys.Count == 0 || File.GetLastWriteTimeUtc(FilePath) != writtenAt ? Load() : keys;
        }
    }

    private IReadOnlyList<SecretKey> Load()
    {
        var first = SecretKey.Create();
        storage.WriteOnce(FilePath, first.Line + "\n");
        writtenAt = File.GetLastWriteTimeUtc(FilePath);
        return keys = [.. File.ReadAllLines(FilePath).Where(l => l.Length > 0).Select(SecretKey.Parse)];
    }

    private void Write(IReadOnlyList<SecretKey> all)
    {
        storage.Replace(FilePath, string.Concat(all.Select(k => k.Line + "\n")));
        Load();
    }

    private string FilePath => Path.Combine(storage.KeysFolder, FileName);
}

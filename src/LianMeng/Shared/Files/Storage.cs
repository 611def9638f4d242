using System.Security.Cryptography;

namespace LianMeng.Shared.Files;

/// <summary>The folder of everything that is not in the database: keys, files, the SQLite file by default. Never under the web root.</summary>
public sealed class Storage(IConfiguration configuration)
{
    private readonly string root = Path.GetFullPath(configuration["Storage:Path"] ?? "data");

    public string Root => Directory.CreateDirectory(root).FullName;

    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(root, name)).FullName;

    public string PathOf(string file) => Path.Combine(Root, file);

    /// <summary>Where keys lie: <c>Keys:Path</c>, else <c>keys</c> in this folder. Readable by the account only.</summary>
    public string KeysFolder => configuration["Keys:Path"] is { Length: > 0 } path ? Directory.CreateDirectory(Path.GetFullPath(path)).FullName : Folder("keys");

    /// <summary>The key of the ledger's chain: outside the database, made once. Losing it makes old entries unverifiable.</summary>
    public byte[] LedgerKey()
    {
        var path = Path.Combine(KeysFolder, "ledger.key");
        WriteOnce(path, Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
        return Convert.FromHexString(File.ReadAllText(path).Trim());
    }

    /// <summary>Writes a file of keys if it is not there. Of two processes that start together one wins, the other reads.</summary>
    public void WriteOnce(string path, string text)
    {
        if (File.Exists(path)) return;
        var draft = Draft(path, text);
        if (!FolderSync.MoveIfFree(draft, path)) File.Delete(draft);
    }

    /// <summary>Writes a file of keys anew: whoever reads it sees all of the one or all of the other.</summary>
    public void Replace(string path, string text) => File.Move(Draft(path, text), path, overwrite: true);

    private static string Draft(string path, string text)
    {
        var draft = $"{path}.{Path.GetRandomFileName()}";
        using var file = PrivateFile.Create(draft);
        file.Write(System.Text.Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
        return draft;
    }
}

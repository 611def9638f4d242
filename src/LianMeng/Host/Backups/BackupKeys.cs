using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LianMeng.Shared.Files;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.UseCases;

namespace LianMeng.Host.Backups;

/// <summary>
/// The keys of an installation in one file, apart from the backups that they open. A file that is written again keeps the keys
/// that were retired since: older backups need them.
/// </summary>
internal sealed record BackupKeys(string LedgerKey, IReadOnlyList<string> SecretKeys)
{
    /// <summary>As they are used now.</summary>
    public static BackupKeys Of(Storage storage)
    {
        var ring = Path.Combine(storage.KeysFolder, KeyRing.FileName);
        return new(Convert.ToHexString(storage.LedgerKey()), File.Exists(ring) ? [.. File.ReadAllLines(ring).Where(l => l.Length > 0)] : []);
    }

    /// <exception cref="BackupException">no such file, or none of keys</exception>
    public static BackupKeys Read(string path)
    {
        try
        {
            var keys = JsonSerializer.Deserialize<BackupKeys>(File.ReadAllText(path), Json.Options);
            if (keys is { LedgerKey.Length: 64, SecretKeys: not null } && keys.LedgerKey.All(char.IsAsciiHexDigit))
            {
                foreach (var line in keys.SecretKeys) SecretKey.Parse(line);
                return keys;
            }
        }
        catch (Exception e) when (e is JsonException or SecretException)
        {
            throw new BackupException($"{path} 不是链盟的密钥文件，或已损坏。", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"读不了密钥文件 {path}：{e.Message}", e);
        }

        throw new BackupException($"{path} 不是链盟的密钥文件，或已损坏。");
    }

    /// <summary>Writes the file, readable by the account only; keys that an earlier one has stay in it.</summary>
    /// <exception cref="BackupException">the file belongs to another installation</exception>
    public void Write(string path)
    {
        var whole = this;
        if (File.Exists(path))
        {
            var earlier = Read(path);
            if (!earlier.LedgerKey.Equals(LedgerKey, StringComparison.OrdinalIgnoreCase)) throw new BackupException($"{path} 是另一个安装的密钥文件，没有改动它；请换一个文件名。");
            whole = this with { SecretKeys = [.. earlier.SecretKeys.Except(SecretKeys, StringComparer.Ordinal), .. SecretKeys] };
            if (whole.SecretKeys.SequenceEqual(earlier.SecretKeys, StringComparer.Ordinal)) return;
        }

        var draft = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            using (var file = PrivateFile.Create(draft))
            {
                file.Write(JsonSerializer.SerializeToUtf8Bytes(whole, new JsonSerializerOptions(Json.Options) { WriteIndented = true }));
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
            FolderSync.Flush(Path.GetDirectoryName(path)!);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Id → mark of every key.</summary>
    public SortedDictionary<string, string> Marks()
    {
        var marks = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in SecretKeys.Select(SecretKey.Parse)) marks[key.Id] = Convert.ToHexStringLower(HMACSHA256.HashData(key.Mac, "lianmeng backup"u8))[..32];
        return marks;
    }

    /// <summary>Who can write this has the ledger's key: a changed archive does not become sound by hashing it anew.</summary>
    public string Seal(byte[] manifest)
        => Convert.ToHexStringLower(HMACSHA256.HashData(HKDF.DeriveKey(HashAlgorithmName.SHA256, Convert.FromHexString(LedgerKey), 32, info: Encoding.ASCII.GetBytes("lianmeng backup manifest")), manifest));
}

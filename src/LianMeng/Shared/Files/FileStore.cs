using System.Globalization;
using System.Security.Cryptography;
using LianMeng.Shared.Secrets;

namespace LianMeng.Shared.Files;

/// <summary>
/// Every file that people send, sealed (<see cref="SealedFile"/>), in <c>AREA/DISTRICT/ab/HASH</c> of the storage folder. The
/// hash is keyed (HMAC-SHA-256 of district and content), so that a name does not tell whether somebody has a file that one
/// knows, and another district's opens nothing. What is written first under a name never changes: it is written to a draft,
/// flushed, and moved there without overwriting.
/// </summary>
public sealed class FileStore(Storage storage, Sealer sealer, TimeProvider clock)
{
    private const int DraftName = 13;

    // Derived from the ledger's key, which never changes: a rotation of the secrets shall not rename every file.
    private readonly Lazy<byte[]> nameKey = new(() => HKDF.DeriveKey(HashAlgorithmName.SHA256, storage.LedgerKey(), 32, info: "lianmeng file names"u8.ToArray()));

    private string Drafts => FolderSync.Make(Path.Combine(storage.Root, "drafts"));

    /// <summary>Keeps content and gives back by what it is found. The same content of a district is kept once.</summary>
    /// <param name="most">bytes</param>
    /// <exception cref="FileTooLargeException">the content is larger</exception>
    public async Task<KeptFile> KeepAsync(FileArea area, Guid districtId, Stream content, long most, CancellationToken cancellation)
    {
        var draft = NewDraft();
        try
        {
            SealedFile.Content written;
            await using (var file = PrivateFile.Create(draft)) written = await SealedFile.WriteAsync(content, file, districtId, sealer, most, cancellation);
            var hash = NameOf(districtId, written.Sha256);
            return new(hash, written.Length, IsNew: Place(draft, PathOf(area, districtId, hash)));
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>The content, to be read from any place.</summary>
    /// <exception cref="FileNotFoundException">there is no such file</exception>
    /// <exception cref="SecretException">its key is not here, or it is not what was kept</exception>
    public Stream Open(FileArea area, Guid districtId, string hash) => OpenSealed(area, districtId, hash);

    public bool Has(FileArea area, Guid districtId, string? hash) => IsHash(hash) && File.Exists(PathOf(area, districtId, hash!));

    /// <summary>Bytes of the content; null when there is no such file.</summary>
    public long? LengthOf(FileArea area, Guid districtId, string hash)
    {
        if (!Has(area, districtId, hash)) return null;
        using var content = OpenSealed(area, districtId, hash);
        return content.Length;
    }

    public void Remove(FileArea area, Guid districtId, string hash) => File.Delete(PathOf(area, districtId, hash));

    /// <summary>Reads the whole content and compares it with what was kept.</summary>
    /// <returns>why it is not sound, in Chinese; null when it is</returns>
    public async Task<string?> ProblemOfAsync(FileArea area, Guid districtId, string hash, CancellationToken cancellation)
    {
        try
        {
            await using var content = OpenSealed(area, districtId, hash);
            var found = await SHA256.HashDataAsync(content, cancellation);
            return found.AsSpan().SequenceEqual(content.Sha256) ? null : "内容与上传时不一致";
        }
        catch (Exception e) when (e is SecretException or IOException)
        {
            return e is FileNotFoundException ? "文件不在了" : e.Message;
        }
    }

    /// <summary>The districts that have kept anything.</summary>
    public IReadOnlyList<Guid> Districts(FileArea area)
        => !Directory.Exists(FolderOf(area)) ? [] : [.. Directory.EnumerateDirectories(FolderOf(area)).Select(Path.GetFileName).Where(name => Guid.TryParseExact(name, "N", out _)).Select(name => Guid.ParseExact(name!, "N"))];

    /// <summary>What a district has kept, in the order of the names.</summary>
    public IEnumerable<KeptBlob> List(FileArea area, Guid districtId)
    {
        var folder = Path.Combine(FolderOf(area), districtId.ToString("N"));
        if (!Directory.Exists(folder)) return [];
        return Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
            .SelectMany(shelf => new DirectoryInfo(shelf).EnumerateFiles().OrderBy(f => f.Name, StringComparer.Ordinal))
            .Where(file => IsHash(file.Name)).Select(file => new KeptBlob(area, districtId, file.Name, file.LastWriteTimeUtc, file.FullName));
    }

    /// <summary>Removes what was begun and never finished.</summary>
    /// <param name="before">UTC</param>
    /// <returns>how many</returns>
    public int RemoveDrafts(DateTime before)
    {
        var removed = 0;
        foreach (var draft in Directory.EnumerateFiles(Drafts))
        {
            var name = Path.GetFileName(draft);
            if (name.Length > DraftName && long.TryParse(name.AsSpan(0, DraftName), CultureInfo.InvariantCulture, out var begun) && DateTimeOffset.FromUnixTimeMilliseconds(begun).UtcDateTime >= before) continue;
            File.Delete(draft);
            removed++;
        }

        return removed;
    }

    /// <summary>Wraps a file's data key under the ring's current key, unless it is already. Readers that have it open go on.</summary>
    /// <returns>whether it was rewritten</returns>
    internal async Task<bool> RewrapAsync(KeptBlob blob, string currentKey, CancellationToken cancellation)
    {
        FileStream file;
        try
        {
            file = Read(blob.Path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false; // removed meanwhile
        }

        await using (file)
        {
            if (SealedHeader.KeyIdOf(file) == currentKey) return false;
            var draft = NewDraft();
            try
            {
                await using (var rewritten = PrivateFile.Create(draft)) await SealedFile.RewrapAsync(file, rewritten, sealer, cancellation);
                File.SetLastWriteTimeUtc(draft, blob.At);
                File.Move(draft, blob.Path, overwrite: true);
                FolderSync.Flush(Path.GetDirectoryName(blob.Path)!);
            }
            finally
            {
                File.Delete(draft);
            }
        }

        return true;
    }

    // Rosters and other imports.

    /// <summary>Keeps a district's upload and gives back by what it is found. Another district's hash opens nothing.</summary>
    public async Task<string> KeepUploadAsync(Guid districtId, Stream content, CancellationToken cancellation)
        => (await KeepNewUploadAsync(districtId, content, cancellation)).Hash;

    /// <summary>The same, and whether the content was not kept before.</summary>
    public async Task<(string Hash, bool IsNew)> KeepNewUploadAsync(Guid districtId, Stream content, CancellationToken cancellation)
    {
        var kept = await KeepAsync(FileArea.Uploads, districtId, content, long.MaxValue, cancellation);
        return (kept.Hash, kept.IsNew);
    }

    public Stream OpenUpload(Guid districtId, string hash) => Open(FileArea.Uploads, districtId, hash);

    /// <summary>A file that turned out to be no roster is not kept.</summary>
    public void DropUpload(Guid districtId, string hash) => Remove(FileArea.Uploads, districtId, hash);

    public bool HasUpload(Guid districtId, string? hash) => Has(FileArea.Uploads, districtId, hash);

    private SealedReadStream OpenSealed(FileArea area, Guid districtId, string hash)
    {
        if (!Has(area, districtId, hash)) throw new FileNotFoundException("The file is gone.");
        var content = SealedFile.Open(Read(PathOf(area, districtId, hash)), sealer);
        if (content.Owner == districtId && NameOf(districtId, content.Sha256) == hash) return content;
        content.Dispose();
        throw SealedHeader.Damaged(); // another's, put in its place
    }

    /// <summary>Moves a finished draft to its name; when the name is taken, that file stays and counts as used just now.</summary>
    /// <returns>whether the name was free</returns>
    private bool Place(string draft, string path)
    {
        var folder = FolderSync.Make(Path.GetDirectoryName(path)!);
        File.SetLastWriteTimeUtc(draft, Now);
        if (FolderSync.MoveIfFree(draft, path))
        {
            FolderSync.Flush(folder);
            return true;
        }

        File.SetLastWriteTimeUtc(path, Now);
        return false;
    }

    private string NameOf(Guid districtId, ReadOnlySpan<byte> sha256)
    {
        Span<byte> named = stackalloc byte[16 + 32];
        districtId.TryWriteBytes(named, bigEndian: true, out _);
        sha256.CopyTo(named[16..]);
        return Convert.ToHexStringLower(HMACSHA256.HashData(nameKey.Value, named));
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private string NewDraft() => Path.Combine(Drafts, $"{clock.GetUtcNow().ToUnixTimeMilliseconds():D13}-{Path.GetRandomFileName()}");

    private string FolderOf(FileArea area) => Path.Combine(storage.Root, area == FileArea.Files ? "files" : "uploads");

    private string PathOf(FileArea area, Guid districtId, string hash)
        => IsHash(hash) ? Path.Combine(FolderOf(area), districtId.ToString("N"), hash[..2], hash) : throw new ArgumentException("No hash.", nameof(hash));

    private static bool IsHash(string? hash) => hash is { Length: 64 } && hash.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    private static FileStream Read(string path) => new(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete });
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LianMeng.Shared.Ledger;

/// <summary>
/// The hash chain: Digest = SHA-256(salt ‖ payload); Hash = HMAC-SHA-256(key, previous hash ‖ number ‖ instant ‖ actor ‖
/// district ‖ kind ‖ version ‖ subjects ‖ digest). The key lies outside the database, so whoever can edit rows cannot forge them.
/// </summary>
public sealed class LedgerChain(byte[] key)
{
    public static readonly byte[] Genesis = new byte[32];

    public static byte[] Digest(byte[] salt, string json) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(json)]);

    public byte[] Link(byte[] previous, long seq, DateTime at, string actor, Guid district, string kind, int v, IEnumerable<Guid> subjects, byte[] digest)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(previous);
        AppendInteger(hmac, seq);
        AppendInteger(hmac, at.Ticks);
        AppendText(hmac, actor);
        hmac.AppendData(district.ToByteArray());
        AppendText(hmac, kind);
        AppendInteger(hmac, v);
        foreach (var subject in subjects.Order()) hmac.AppendData(subject.ToByteArray());
        hmac.AppendData(digest);
        return hmac.GetHashAndReset();
    }

    /// <summary>A digest that nobody without the key can try guesses against.</summary>
    public string Seal(string text) => Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));

    private static void AppendInteger(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private static void AppendText(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        AppendInteger(hash, bytes.Length); // length first, so that neighbouring fields cannot trade characters
        hash.AppendData(bytes);
    }
}

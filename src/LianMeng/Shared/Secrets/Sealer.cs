using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LianMeng.Shared.Secrets;

/// <summary>
/// Seals what must not be readable at rest: AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce and a 128-bit tag. The
/// purpose is bound in as associated data: what was sealed as a telephone opens as nothing else. Text form
/// <c>1.{key id}.{base64url of nonce, cipher and tag}</c>; binary form: a byte 1, the key's id as 4 bytes, then the same.
/// </summary>
public sealed class Sealer(KeyRing keys)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeaderLength = 1 + SecretKey.IdLength / 2;

    public string Seal(string purpose, string plain) => Text(keys.Current, purpose, plain);

    /// <exception cref="SecretException">the key is not here, or the text is not what was sealed</exception>
    public string Open(string purpose, string sealedText)
    {
        if (sealedText.Split('.') is not ["1", var id, var body] || !Base64Url.IsValid(body)) throw Damaged();
        return Encoding.UTF8.GetString(Decrypt(keys.Find(id), purpose, Base64Url.DecodeFromChars(body)));
    }

    public byte[] SealBytes(string purpose, ReadOnlySpan<byte> plain)
    {
        var key = keys.Current;
        return [1, .. Convert.FromHexString(key.Id), .. Encrypt(key, purpose, plain)];
    }

    /// <exception cref="SecretException">the key is not here, or the bytes are not what was sealed</exception>
    public byte[] OpenBytes(string purpose, ReadOnlySpan<byte> sealedBytes)
        => Decrypt(keys.Find(KeyIdOf(sealedBytes)), purpose, sealedBytes[HeaderLength..]);

    /// <summary>Under which key something is sealed.</summary>
    public static string KeyIdOf(string sealedText) => sealedText.Split('.') is ["1", var id, _] ? id : throw Damaged();

    public static string KeyIdOf(ReadOnlySpan<byte> sealedBytes)
        => sealedBytes.Length > HeaderLength && sealedBytes[0] == 1 ? Convert.ToHexStringLower(sealedBytes[1..HeaderLength]) : throw Damaged();

    /// <summary>How every text begins that is sealed under this key: what a rotation looks for in SQL.</summary>
    public static string PrefixOf(string keyId) => $"1.{keyId}.";

    /// <summary>
    /// What to store beside a sealed value so that it can be found, in hex: HMAC-SHA-256 under every live key, the current one
    /// first. Search with all of them; while a rotation runs, rows have the one or the other.
    /// </summary>
    public IReadOnlyList<string> Digests(string purpose, string plain)
        => [.. keys.CurrentFirst.Select(key => Digest(key, purpose, plain))];

    /// <summary>Sealed, with the digest to store beside it.</summary>
    public SealedValue SealForSearch(string purpose, string plain)
    {
        // One key for both: the ring may change between two questions.
        var key = keys.Current;
        return new(Text(key, purpose, plain), Digest(key, purpose, plain));
    }

    private static string Text(SecretKey key, string purpose, string plain)
        => PrefixOf(key.Id) + Base64Url.EncodeToString(Encrypt(key, purpose, Encoding.UTF8.GetBytes(plain)));

    private static string Digest(SecretKey key, string purpose, string plain)
        => Convert.ToHexStringLower(HMACSHA256.HashData(key.Mac, Encoding.UTF8.GetBytes($"{purpose}\n{plain}")));

    private static byte[] Encrypt(SecretKey key, string purpose, ReadOnlySpan<byte> plain)
    {
        var result = new byte[NonceLength + plain.Length + TagLength];
        var nonce = result.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key.Seal, TagLength);
        aes.Encrypt(nonce, plain, result.AsSpan(NonceLength, plain.Length), result.AsSpan(NonceLength + plain.Length), Encoding.UTF8.GetBytes(purpose));
        return result;
    }

    private static byte[] Decrypt(SecretKey key, string purpose, ReadOnlySpan<byte> sealedBody)
    {
        if (sealedBody.Length < NonceLength + TagLength) throw Damaged();
        var plain = new byte[sealedBody.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key.Seal, TagLength);
        try
        {
            aes.Decrypt(sealedBody[..NonceLength], sealedBody[NonceLength..^TagLength], sealedBody[^TagLength..], plain, Encoding.UTF8.GetBytes(purpose));
            return plain;
        }
        catch (CryptographicException)
        {
            throw Damaged();
        }
    }

    private static SecretException Damaged() => new("加密的内容已损坏或被改动，无法解开；请从备份恢复这条记录。");
}

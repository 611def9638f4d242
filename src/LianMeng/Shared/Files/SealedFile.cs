using System.Buffers.Binary;
using System.Security.Cryptography;
using LianMeng.Shared.Secrets;

namespace LianMeng.Shared.Files;

/// <summary>
/// A file that cannot be read at rest: AES-256-GCM (NIST SP 800-38D) in chunks of 64 kB under a random key of its own, which
/// lies sealed in the header (<see cref="SealedHeader"/>). A chunk's number and whether it is the last are its nonce and its
/// associated data: what is cut off, put in another order or taken from another file does not open. The key seals each chunk
/// once, so no nonce comes twice. Rotating the ring's keys rewrites the header alone.
/// </summary>
public static class SealedFile
{
    public const int ChunkLength = 64 * 1024;
    internal const int TagLength = 16;
    private const int NonceLength = 12;

    /// <param name="Sha256">of the plain content</param>
    /// <param name="Length">of the plain content, bytes</param>
    public sealed record Content(byte[] Sha256, long Length);

    /// <summary>Seals a stream into an empty file and flushes it to the disk.</summary>
    /// <param name="most">bytes; one more is too many</param>
    /// <exception cref="FileTooLargeException">the content is larger</exception>
    internal static async Task<Content> WriteAsync(Stream plain, FileStream output, Guid owner, Sealer sealer, long most, CancellationToken cancellation)
    {
        var header = new SealedHeader(RandomNumberGenerator.GetBytes(32), owner, new byte[32], 0);
        var start = header.Write(sealer).Length;
        output.Position = start; // the body first: the header says what is in it
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var aes = new AesGcm(header.DataKey, TagLength);
        var (chunk, next, cipher) = (new byte[ChunkLength], new byte[ChunkLength], new byte[ChunkLength + TagLength]);
        var filled = await plain.ReadAtLeastAsync(chunk, ChunkLength, throwOnEndOfStream: false, cancellation);
        long length = 0;
        for (long index = 0; ; index++)
        {
            length += filled;
            if (length > most) throw new FileTooLargeException(most);
            hash.AppendData(chunk, 0, filled);
            var following = filled < ChunkLength ? 0 : await plain.ReadAtLeastAsync(next, ChunkLength, throwOnEndOfStream: false, cancellation);
            Encrypt(aes, index, isLast: following == 0, chunk.AsSpan(0, filled), cipher);
            await output.WriteAsync(cipher.AsMemory(0, filled + TagLength), cancellation);
            if (following == 0) break;
            (chunk, next, filled) = (next, chunk, following);
        }

        var written = new Content(hash.GetHashAndReset(), length);
        var known = (header with { Sha256 = written.Sha256, Length = length }).Write(sealer);
        if (known.Length != start) throw new InvalidOperationException("A header is as long as another.");
        output.Position = 0;
        await output.WriteAsync(known, cancellation);
        await output.FlushAsync(cancellation);
        output.Flush(flushToDisk: true);
        return written;
    }

    /// <summary>Opens a sealed file to be read from any place; the stream closes the file.</summary>
    /// <exception cref="SecretException">its key is not here, or it was changed</exception>
    internal static SealedReadStream Open(FileStream file, Sealer sealer)
    {
        try
        {
            var header = SealedHeader.Read(file, sealer);
            if (file.Length != header.FileLength) throw SealedHeader.Damaged();
            return new SealedReadStream(file, header);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The same content with its data key wrapped anew, under the ring's current key.</summary>
    internal static async Task RewrapAsync(FileStream file, FileStream output, Sealer sealer, CancellationToken cancellation)
    {
        var header = SealedHeader.Read(file, sealer);
        await output.WriteAsync(header.Write(sealer), cancellation);
        await file.CopyToAsync(output, cancellation);
        await output.FlushAsync(cancellation);
        output.Flush(flushToDisk: true);
    }

    private static void Encrypt(AesGcm aes, long index, bool isLast, ReadOnlySpan<byte> plain, Span<byte> cipher)
    {
        Span<byte> place = stackalloc byte[NonceLength];
        Place(place, index, isLast);
        aes.Encrypt(place, plain, cipher[..plain.Length], cipher.Slice(plain.Length, TagLength), place);
    }

    /// <exception cref="SecretException">the chunk is not what was sealed, or not in its place</exception>
    internal static void Decrypt(AesGcm aes, long index, bool isLast, ReadOnlySpan<byte> cipher, Span<byte> plain)
    {
        Span<byte> place = stackalloc byte[NonceLength];
        Place(place, index, isLast);
        try
        {
            aes.Decrypt(place, cipher[..^TagLength], cipher[^TagLength..], plain, place);
        }
        catch (CryptographicException)
        {
            throw SealedHeader.Damaged();
        }
    }

    private static void Place(Span<byte> place, long index, bool isLast)
    {
        BinaryPrimitives.WriteInt64LittleEndian(place, index);
        place[8] = isLast ? (byte)1 : (byte)0;
    }
}

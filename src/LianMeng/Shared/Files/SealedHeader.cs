using System.Buffers.Binary;
using System.Security.Cryptography;
using LianMeng.Shared.Secrets;

namespace LianMeng.Shared.Files;

/// <summary>
/// How a sealed file begins: <c>LMSF</c>, a byte 1 (format), a byte 16 (chunks of 2^16 bytes), two bytes length, and under the
/// ring's key what opens the rest and what it must be: data key (32 bytes), owner (16), SHA-256 of the plain content (32) and
/// its length (8). A file put in another's place is found by owner and hash, before a byte of it is read.
/// </summary>
internal sealed record SealedHeader(byte[] DataKey, Guid Owner, byte[] Sha256, long Length)
{
    private const string Purpose = "file";
    private const int FixedLength = 8;
    private const int PayloadLength = 32 + 16 + 32 + 8;
    private const int MostWrapped = 1024;
    private static ReadOnlySpan<byte> Magic => "LMSF\u0001\u0010"u8;

    /// <summary>Of the key that wraps the data key.</summary>
    public string KeyId { get; private init; } = "";

    /// <summary>Where the first chunk begins.</summary>
    public int BodyStart { get; private init; }

    /// <summary>What the file must measure; a shorter or longer one was cut or lengthened.</summary>
    public long FileLength => BodyStart + Length + Math.Max(1, (Length + SealedFile.ChunkLength - 1) / SealedFile.ChunkLength) * SealedFile.TagLength;

    public byte[] Write(Sealer sealer)
    {
        var payload = new byte[PayloadLength];
        DataKey.CopyTo(payload, 0);
        Owner.TryWriteBytes(payload.AsSpan(32), bigEndian: true, out _);
        Sha256.CopyTo(payload, 48);
        BinaryPrimitives.WriteInt64LittleEndian(payload.AsSpan(80), Length);
        var wrapped = sealer.SealBytes(Purpose, payload);
        CryptographicOperations.ZeroMemory(payload);
        var header = new byte[FixedLength + wrapped.Length];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(6), (ushort)wrapped.Length);
        wrapped.CopyTo(header, FixedLength);
        return header;
    }

    /// <summary>Reads and opens the beginning of a file; the stream then stands before the first chunk.</summary>
    /// <exception cref="SecretException">no sealed file, its key is not here, or it was changed</exception>
    public static SealedHeader Read(Stream file, Sealer sealer)
    {
        var wrapped = ReadWrapped(file);
        var payload = sealer.OpenBytes(Purpose, wrapped);
        if (payload.Length != PayloadLength) throw Damaged();
        return new(payload[..32], new Guid(payload.AsSpan(32, 16), bigEndian: true), payload[48..80], BinaryPrimitives.ReadInt64LittleEndian(payload.AsSpan(80)))
        {
            KeyId = Sealer.KeyIdOf(wrapped),
            BodyStart = FixedLength + wrapped.Length,
        };
    }

    /// <summary>Under which key a file is sealed, without opening it.</summary>
    /// <exception cref="SecretException">no sealed file</exception>
    public static string KeyIdOf(Stream file) => Sealer.KeyIdOf(ReadWrapped(file));

    public static SecretException Damaged() => new("这个文件已损坏或被改动，无法打开；请从备份恢复，或请上传的人重新上传。");

    private static byte[] ReadWrapped(Stream file)
    {
        Span<byte> start = stackalloc byte[FixedLength];
        file.Position = 0;
        if (file.ReadAtLeast(start, FixedLength, throwOnEndOfStream: false) < FixedLength || !start.StartsWith(Magic)) throw Damaged();
        var wrapped = new byte[BinaryPrimitives.ReadUInt16LittleEndian(start[6..])];
        if (wrapped.Length is 0 or > MostWrapped || file.ReadAtLeast(wrapped, wrapped.Length, throwOnEndOfStream: false) < wrapped.Length) throw Damaged();
        return wrapped;
    }
}

using System.Security.Cryptography;

namespace LianMeng.Shared.Files;

/// <summary>The plain content of a sealed file, from any place: one chunk is open at a time. A zip is read from its end.</summary>
internal sealed class SealedReadStream : Stream
{
    private readonly FileStream file;
    private readonly SealedHeader header;
    private readonly AesGcm aes;
    private readonly byte[] cipher = new byte[SealedFile.ChunkLength + SealedFile.TagLength];
    private readonly byte[] plain = new byte[SealedFile.ChunkLength];
    private long open = -1;
    private int filled;

    public SealedReadStream(FileStream file, SealedHeader header)
    {
        this.file = file;
        this.header = header;
        aes = new AesGcm(header.DataKey, SealedFile.TagLength);
    }

    public Guid Owner => header.Owner;

    /// <summary>What the content must hash to.</summary>
    public ReadOnlySpan<byte> Sha256 => header.Sha256;

    public string KeyId => header.KeyId;

    public override long Length => header.Length;
    public override long Position { get; set; }
    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;

    /// <exception cref="Secrets.SecretException">the content was changed</exception>
    public override int Read(Span<byte> buffer)
    {
        if (header.Length == 0) OpenChunk(0); // an empty file has a chunk too, and its mark
        var read = 0;
        while (read < buffer.Length && Position < header.Length)
        {
            OpenChunk(Position / SealedFile.ChunkLength);
            var from = (int)(Position % SealedFile.ChunkLength);
            var count = Math.Min(buffer.Length - read, filled - from);
            plain.AsSpan(from, count).CopyTo(buffer[read..]);
            read += count;
            Position += count;
        }

        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>A chunk from the local disk is there before a task for it would be.</summary>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = offset + origin switch { SeekOrigin.Current => Position, SeekOrigin.End => Length, _ => 0 };
        if (target < 0) throw new IOException("Before the beginning.");
        return Position = target;
    }

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            aes.Dispose();
            file.Dispose();
            CryptographicOperations.ZeroMemory(plain);
        }

        base.Dispose(disposing);
    }

    private void OpenChunk(long index)
    {
        if (index == open) return;
        open = -1;
        var start = index * SealedFile.ChunkLength;
        var length = (int)Math.Min(SealedFile.ChunkLength, header.Length - start);
        file.Position = header.BodyStart + index * (SealedFile.ChunkLength + SealedFile.TagLength);
        if (file.ReadAtLeast(cipher.AsSpan(0, length + SealedFile.TagLength), length + SealedFile.TagLength, throwOnEndOfStream: false) < length + SealedFile.TagLength) throw SealedHeader.Damaged();
        SealedFile.Decrypt(aes, index, isLast: start + length == header.Length, cipher.AsSpan(0, length + SealedFile.TagLength), plain.AsSpan(0, length));
        (open, filled) = (index, length);
    }
}

using System.Security.Cryptography;

namespace LianMeng.Host.Backups;

/// <summary>Hashes what is read through it, once, from beginning to end.</summary>
internal sealed class HashingStream(Stream inner, long? length = null) : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Bytes that were read.</summary>
    public long Read64 { get; private set; }

    public string Sha256() => Convert.ToHexStringLower(hash.GetCurrentHash());

    public override bool CanRead => true;

    /// <summary>So that a tar asks for the length; nobody seeks.</summary>
    public override bool CanSeek => length is null && inner.CanSeek;

    public override bool CanWrite => false;
    public override long Length => length ?? inner.Length;

    public override long Position
    {
        get => Read64;
        set
        {
            if (value != Read64) throw new NotSupportedException();
        }
    }

    public override int Read(Span<byte> buffer) => Note(buffer, inner.Read(buffer));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        return Note(buffer.Span, read);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) hash.Dispose();
        base.Dispose(disposing);
    }

    private int Note(ReadOnlySpan<byte> buffer, int read)
    {
        hash.AppendData(buffer[..read]);
        Read64 += read;
        return read;
    }
}

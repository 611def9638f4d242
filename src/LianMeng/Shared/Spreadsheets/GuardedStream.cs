namespace LianMeng.Shared.Spreadsheets;

/// <summary>
/// Unpacked XML on its way to the parser. Declared lengths may lie, so the bytes are counted again; and a tag without end
/// (an attribute of 100 MB) is stopped here because the XML reader would hold it whole; a text of that length it would not, but reading it several
/// times is work enough for a nuisance.
/// </summary>
internal sealed class GuardedStream(Stream inner, long declaredLength) : Stream
{
    const int LongestTag = 64 << 10;
    const int LongestText = 8 << 20;

    long _total;
    long _sinceTagOpened = -1;
    long _sinceTagClosed;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _total += read;
        if (_total > declaredLength)
            throw new SpreadsheetException("文件内部标注的大小与实际不符，已拒绝；请用 Excel 或 WPS 另存为 .xlsx 再上传。");
        WatchTags(buffer[..read]);
        return read;
    }

    void WatchTags(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            if (_sinceTagOpened < 0)
            {
                var open = bytes.IndexOf((byte)'<');
                _sinceTagClosed += open < 0 ? bytes.Length : open;
                if (_sinceTagClosed > LongestText)
                    throw new SpreadsheetException($"工作簿里有一段文字超过 {LongestText >> 20} MB，不像正常的单元格，已拒绝；请删去这段内容后再上传。");
                if (open < 0)
                    return;
                bytes = bytes[(open + 1)..];
                _sinceTagOpened = 0;
            }
            var close = bytes.IndexOf((byte)'>');
            _sinceTagOpened += close < 0 ? bytes.Length : close;
            if (_sinceTagOpened > LongestTag)
                throw SpreadsheetReader.Damaged();
            if (close < 0)
                return;
            bytes = bytes[(close + 1)..];
            (_sinceTagOpened, _sinceTagClosed) = (-1, 0);
        }
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _total; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}

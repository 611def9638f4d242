using System.Text;

namespace LianMeng.Shared.Spreadsheets;

/// <summary>Which encoding a text file is in: by its mark, else strict UTF-8, else strict GB18030, else refused. Reads the whole file, so nothing is found wrong later.</summary>
internal static class CsvEncoding
{
    const int BlockLength = 64 << 10;

    public static Encoding Detect(Stream file, long length)
    {
        var mark = new byte[4];
        file.Position = 0;
        var markLength = file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        var head = mark.AsSpan(0, markLength);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Fits(file, Strict(Encoding.UTF8)) ? Encoding.UTF8 : throw Refused();
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            var wide = head[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            return Fits(file, Strict(wide)) ? wide : throw Refused();
        }
        RefuseBinary(file, length);
        if (Fits(file, Strict(Encoding.UTF8)))
            return Encoding.UTF8;
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        return Fits(file, Strict(gb18030)) ? gb18030 : throw Refused();
    }

    static SpreadsheetException Refused() =>
        new("文件的编码不是 UTF-8 或 GB18030，无法读取；请用 Excel 或 WPS 打开后另存为 .xlsx 或“CSV UTF-8”。");

    static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }

    /// <summary>More than one control byte in a hundred is UTF-16 without a mark or no text at all; a single stray one is a matter of its row.</summary>
    static void RefuseBinary(Stream file, long length)
    {
        var buffer = new byte[BlockLength];
        long controls = 0;
        file.Position = 0;
        for (int read; (read = file.Read(buffer)) > 0;)
            foreach (var b in buffer.AsSpan(0, read))
                if (b < 32 && b is not (9 or 10 or 13))
                    controls++;
        if (controls > 1 && controls * 100 > length)
            throw new SpreadsheetException("文件不是文本表格，或编码不是 UTF-8 或 GB18030（例如没有标记的 UTF-16）；请用 Excel 或 WPS 另存为 .xlsx 或“CSV UTF-8”。");
    }

    static bool Fits(Stream file, Encoding strict)
    {
        var decoder = strict.GetDecoder();
        var bytes = new byte[BlockLength];
        var chars = new char[strict.GetMaxCharCount(BlockLength)];
        long total = 0, privateUse = 0;
        file.Position = 0;
        try
        {
            int read;
            do
            {
                read = file.Read(bytes);
                var count = decoder.GetChars(bytes, 0, read, chars, 0, flush: read == 0);
                total += count;
                foreach (var c in chars.AsSpan(0, count))
                    if (c is >= '\uE000' and <= '\uF8FF')
                        privateUse++;
            }
            while (read > 0);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        // GB18030 gives nearly every pair of bytes some meaning; private-use characters show that it is not the meant one
        return privateUse * 100 <= total;
    }
}

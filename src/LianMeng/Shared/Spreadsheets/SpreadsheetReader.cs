using System.Buffers.Binary;
using System.Text;

namespace LianMeng.Shared.Spreadsheets;

/// <summary>
/// Opens a roster somebody sent: .xlsx (ISO/IEC 29500) or CSV text. What a file is, is told by its content; the name only explains a mismatch.
/// Everything that can be refused is refused here, before the first row is handed out.
/// </summary>
public static class SpreadsheetReader
{
    const int SignatureLength = 512;

    /// <param name="file">Seekable; stays open and belongs to the caller.</param>
    /// <param name="fileName">As the user knows it.</param>
    /// <param name="limits">What the file may cost.</param>
    /// <exception cref="SpreadsheetException">The file cannot be taken; the message says why and what to do.</exception>
    public static Spreadsheet Read(Stream file, string fileName, SpreadsheetLimits? limits = null)
    {
        limits ??= SpreadsheetLimits.Default;
        if (!file.CanSeek)
            throw new ArgumentException("The stream must be seekable.", nameof(file));
        if (file.Length == 0)
            throw new SpreadsheetException("文件是空的，请检查后重新选择文件。");
        if (file.Length > limits.MaxFileBytes)
            throw new SpreadsheetException($"文件超过 {limits.MaxFileBytes >> 20} MB，请删除图片等无关内容或拆成几个文件。");

        file.Position = 0;
        var start = new byte[SignatureLength];
        var head = start.AsSpan(0, file.ReadAtLeast(start, SignatureLength, throwOnEndOfStream: false));
        try
        {
            if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
                return XlsxFile.Open(file, limits);
            if (head.Length >= 8 && BinaryPrimitives.ReadUInt64BigEndian(head) == 0xD0CF11E0A1B11AE1)
                throw new SpreadsheetException(DescribeOle(file));
            RefuseOtherFormats(head, fileName);
            return CsvFile.Open(file, fileName, limits);
        }
        // the zip and XML readers of the framework throw these on damaged content; anything else is our own mistake and must be seen
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException or System.Xml.XmlException)
        {
            throw Damaged(damage);
        }
    }

    internal static SpreadsheetException Damaged(Exception? cause = null)
    {
        const string Message = "工作簿已损坏或含有不允许的内容，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。";
        return cause is null ? new(Message) : new(Message, cause);
    }

    static void RefuseOtherFormats(ReadOnlySpan<byte> head, string fileName)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        var namedWorkbook = extension is ".xlsx" or ".xls" or ".xlsm" or ".xlsb" or ".et";
        var text = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        if (text.StartsWith("%PDF", StringComparison.Ordinal))
            throw new SpreadsheetException("这是 PDF 文件，不是表格；请上传 .xlsx 或 .csv。");
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (namedWorkbook && text.StartsWith('<')))
            throw new SpreadsheetException("文件内容是网页（HTML/XML）而不是工作簿，请用 Excel 打开后另存为 .xlsx。");
        if (!namedWorkbook)
            return;
        throw new SpreadsheetException(head.ContainsAnyExcept(TextBytes)
            ? $"扩展名是 {extension}，但内容不是 Excel 工作簿，文件可能已损坏；请用 Excel 或 WPS 打开后另存为 .xlsx。"
            : $"扩展名是 {extension}，但内容是文本；请另存为 .xlsx 或改名为 .csv。");
    }

    static readonly System.Buffers.SearchValues<byte> TextBytes =
        System.Buffers.SearchValues.Create([9, 10, 13, .. Enumerable.Range(32, 224).Select(i => (byte)i)]);

    /// <summary>An OLE container holds either an encrypted .xlsx (stream EncryptedPackage, [MS-OFFCRYPTO]) or an old .xls (stream Workbook or Book).</summary>
    static string DescribeOle(Stream file)
    {
        var isEncrypted = false;
        var isWorkbook = false;
        var buffer = new byte[64 << 10];
        var kept = 0;
        file.Position = 0;
        while (true)
        {
            var read = file.Read(buffer, kept, buffer.Length - kept);
            if (read == 0)
                break;
            var span = buffer.AsSpan(0, kept + read);
            isEncrypted |= span.IndexOf(EncryptedPackage) >= 0;
            isWorkbook |= span.IndexOf(Workbook) >= 0 || span.IndexOf(Book) >= 0;
            // a name may lie across two blocks
            kept = Math.Min(span.Length, EncryptedPackage.Length);
            span[^kept..].ToArray().CopyTo(buffer, 0);
        }
        if (isEncrypted)
            return "这是加密的工作簿（设有打开密码）；请在 Excel 中取消密码（文件→信息→保护工作簿）后另存为 .xlsx 再上传。";
        return isWorkbook
            ? "这是旧版 .xls 工作簿；请用 Excel 或 WPS 另存为 .xlsx 再上传。"
            : "这不是 .xlsx 工作簿（可能是旧版 Office 文件或加密文件）；请用 Excel 或 WPS 另存为 .xlsx 再上传。";
    }

    static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");
    static readonly byte[] Workbook = Encoding.Unicode.GetBytes("Workbook\0");
    static readonly byte[] Book = Encoding.Unicode.GetBytes("Book\0");
}

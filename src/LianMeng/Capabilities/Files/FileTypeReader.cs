using System.Buffers.Binary;
using System.Text;
using LianMeng.Shared.Spreadsheets;

namespace LianMeng.Capabilities.Files;

/// <summary>
/// Finds out what a file is by looking into it. Pictures are told by their first bytes and never decoded; of an office document
/// only the directory is read, nothing is unpacked.
/// </summary>
internal static class FileTypeReader
{
    private const int HeadLength = 4096;

    private static readonly SpreadsheetLimits ZipLimits = SpreadsheetLimits.Default with { MaxUnpackedBytes = 1L << 30, MaxEntries = 5_000 };

    /// <param name="Type">null when it is not taken</param>
    /// <param name="Refusal">why not, and what to do</param>
    public readonly record struct Found(FileType? Type, string? Refusal)
    {
        public static implicit operator Found(FileType type) => new(type, null);

        public static implicit operator Found(string refusal) => new(null, refusal);
    }

    /// <param name="content">seekable; left at any place</param>
    /// <param name="name">as sent: of texts only .txt and .csv are taken</param>
    public static Found Read(Stream content, string name)
    {
        if (content.Length == 0) return "文件是空的，请重新选择。";
        var head = new byte[(int)Math.Min(HeadLength, content.Length)];
        content.Position = 0;
        content.ReadExactly(head);
        return PictureOrPdf(head) ?? Archive(head, content) ?? Program(head) ?? Text(head, content, name);
    }

    private static Found? PictureOrPdf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return FileType.Jpeg;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return FileType.Png;
        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8)) return FileType.Gif;
        if (head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..].StartsWith("WEBP"u8)) return FileType.WebP;
        if (head.StartsWith("%PDF-"u8)) return FileType.Pdf;
        if (head.Length > 12 && head[4..].StartsWith("ftyp"u8))
        {
            return Encoding.ASCII.GetString(head[8..12]) is "heic" or "heix" or "hevc" or "hevx" or "heim" or "heis" or "mif1" or "msf1"
                ? "这是 HEIC 照片，多数电脑打不开。请在手机上选“兼容性最佳（JPEG）”拍摄，或用手机浏览器上传（会自动转成 JPEG），或另存为 JPEG 后再上传。"
                : "不收视频和音频文件；请上传图片、PDF 或办公文档。";
        }

        if (head.StartsWith("BM"u8) || head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8)) return "不收 BMP、TIFF 图片；请另存为 JPEG 或 PNG 后再上传。";
        return null;
    }

    private static Found? Archive(ReadOnlySpan<byte> head, Stream content)
    {
        if (head.StartsWith("PK\u0003\u0004"u8)) return OfZip(content);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return OfOle(content);
        var packed = head.StartsWith("PK"u8) || head.StartsWith("Rar!"u8) || head.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF]) || head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])
            || head.StartsWith("BZh"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z']);
        if (packed) return Packed;
        return null;
    }

    private const string Packed = "不收压缩包：里面的文件无法逐个核对和预览。请解压后逐个上传。";
    private const string Macros = "文件里有宏（可以自动运行的程序），为安全起见不收；请另存为不含宏的格式（.docx、.xlsx、.pptx）后再上传。";
    private const string Executable = "不收程序和脚本文件；请上传图片、PDF 或办公文档。";
    private const string Page = "不收网页、SVG 和 XML 文件：打开时可能运行里面的程序。请另存为 PDF 或图片后再上传。";
    private const string Unknown = "认不出这是什么文件，没有保存。可以上传：图片（JPEG、PNG、WebP、GIF）、PDF、OFD、Word/Excel/PowerPoint/WPS 文档、.txt 和 .csv（UTF-8 或 GB18030）。";

    private static Found OfZip(Stream content)
    {
        try
        {
            using var zip = ZipGate.Open(content, ZipLimits);
            var entries = zip.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (entries.Any(e => e.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || e.EndsWith(".exe", StringComparison.OrdinalIgnoreCase))) return Macros;
            if (entries.Contains("OFD.xml")) return FileType.Ofd;
            if (!entries.Contains("[Content_Types].xml"))
                return entries.Contains("META-INF/manifest.xml") && entries.Contains("content.xml") ? "不收 ODF 文档；请另存为 .docx、.xlsx 或 PDF 后再上传。" : Packed;
            if (entries.Contains("word/document.xml")) return FileType.Docx;
            if (entries.Contains("xl/workbook.xml")) return FileType.Xlsx;
            if (entries.Contains("ppt/presentation.xml")) return FileType.Pptx;
            return Packed;
        }
        catch (Exception e) when (e is SpreadsheetException or InvalidDataException or IOException)
        {
            return "这份文档的内部结构不正常（损坏、加密或压缩比过高），没有保存；请在办公软件里打开后另存一份再上传。";
        }
    }

    private static Found OfOle(Stream content)
    {
        var names = OleDirectory.Names(content);
        if (names is null) return "这份文档已损坏，打不开；请在办公软件里打开后另存一份再上传。";
        if (names.Overlaps(["_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA", "Macros"])) return Macros;
        if (names.Contains("EncryptedPackage")) return "这份文档设有打开密码，别人无法查看；请取消密码后再上传。";
        if (names.Contains("WordDocument")) return FileType.Doc;
        if (names.Contains("Workbook") || names.Contains("Book")) return FileType.Xls;
        if (names.Contains("PowerPoint Document")) return FileType.Ppt;
        return Unknown; // installers and mails are of this format too
    }

    private static Found? Program(ReadOnlySpan<byte> head)
    {
        var runs = head.StartsWith("MZ"u8) || head.StartsWith("\u007FELF"u8) || head.StartsWith("#!"u8) || head.StartsWith("dex\n"u8) || head.StartsWith("L\0\0\0"u8)
            || (head.Length >= 4 && BinaryPrimitives.ReadUInt32BigEndian(head) is 0xCAFEBABE or 0xFEEDFACE or 0xFEEDFACF or 0xCEFAEDFE or 0xCFFAEDFE);
        if (runs) return Executable;
        return null;
    }

    private static Found Text(ReadOnlySpan<byte> head, Stream content, string name)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return "文本的编码是 UTF-16，有的软件打不开；请用记事本打开，另存为 UTF-8 后再上传。";
        foreach (var b in head)
            if (b < 32 && b is not (9 or 10 or 12 or 13)) return Unknown;
        Encoding encoding;
        try
        {
            encoding = CsvEncoding.Detect(content, content.Length);
        }
        catch (SpreadsheetException)
        {
            return Unknown;
        }

        var start = encoding.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        string[] markup = ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?xml", "<iframe", "<object", "<math"];
        if (start.StartsWith('<') || markup.Any(m => start.Contains(m, StringComparison.OrdinalIgnoreCase))) return start.StartsWith("<?php", StringComparison.OrdinalIgnoreCase) ? Executable : Page;
        var isUtf8 = encoding is UTF8Encoding;
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".txt" => isUtf8 ? FileType.Text : FileType.TextGb,
            ".csv" => isUtf8 ? FileType.Csv : FileType.CsvGb,
            ".bat" or ".cmd" or ".ps1" or ".vbs" or ".js" or ".mjs" or ".wsf" or ".hta" or ".reg" or ".sh" or ".py" or ".php" or ".jsp" or ".lnk" or ".url" or ".inf" => Executable,
            _ => "文本只收 .txt 和 .csv；请改好扩展名再上传。",
        };
    }
}

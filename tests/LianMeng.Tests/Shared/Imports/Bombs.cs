using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using LianMeng.Tests.Shared.Spreadsheets;

namespace LianMeng.Tests.Shared.Imports;

/// <summary>Files that want the machine's memory, its files or its time. Made here, when they are wanted: none is kept.</summary>
internal static class Bombs
{
    /// <param name="Expected">a word that the refusal must have; null when the file is honest enough to be read</param>
    public sealed record Bomb(string Name, string FileName, Func<byte[]> Content, string? Expected);

    private const string Title = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>企业名称</t></is></c></row>";

    public static IReadOnlyList<Bomb> All { get; } =
    [
        new("100 MB of zeros in a picture", "a.xlsx", () => Book(Title).Part("xl/media/a.png", s => Zeros(s, 100)).Build().ToArray(), "压缩比"),
        new("100 MB of spaces in the sheet", "a.xlsx", () => Raw("xl/worksheets/sheet0.xml", s => Text(s, "<worksheet><sheetData>", ' ', 100, "</sheetData></worksheet>")), "压缩比"),
        new("10 000 parts", "a.xlsx", () => { var b = Book(Title); for (var i = 0; i < 10_000; i++) b.Part($"xl/junk/{i}.xml", _ => { }); return b.Build().ToArray(); }, "部件超过"),
        new("10 000 parts behind a lying count", "a.xlsx", LyingCount, "部件超过"),
        new("a length that is less than the truth", "a.xlsx", () => XlsxBuilder.Lie(XlsxBuilder.WithSheet(Many(200_000)).Build(), "xl/worksheets/sheet0.xml", 5_000).ToArray(), "。"),
        new("a length of 4 GB for a small part", "a.xlsx", () => XlsxBuilder.Lie(XlsxBuilder.WithSheet(Title).Build(), "xl/worksheets/sheet0.xml", uint.MaxValue - 1).ToArray(), "。"),
        new("a length that lies in the directory alone", "a.xlsx", () => LieInOne(isDirectory: true), "。"),
        new("a length that lies before the part alone", "a.xlsx", () => LieInOne(isDirectory: false), null),
        new("parts that lie over each other", "a.xlsx", Overlapping, "。"),
        new("a zip in a zip", "a.xlsx", NestedZip, "压缩包"),
        .. new[] { "xl/workbook.xml", "xl/worksheets/sheet0.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels" }.SelectMany(part => new[]
        {
            new Bomb($"an outside entity in {part}", "a.xlsx", () => WithDoctype(part, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"), "不允许"),
            new Bomb($"a billion laughs in {part}", "a.xlsx", () => WithDoctype(part, Laughs()), "不允许"),
        }),
        new("a million empty rows", "a.xlsx", () => XlsxBuilder.WithSheet(Title + string.Concat(Enumerable.Range(2, 1_000_000).Select(i => $"<row r=\"{i}\"/>"))).Build().ToArray(), "没有数据行"),
        new("a dimension of the whole sheet and nothing in it", "a.xlsx", () => new XlsxBuilder().RawSheet($"<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{Title}</sheetData></worksheet>").Build().ToArray(), "没有数据行"),
        new("a cell in XFD1048576", "a.xlsx", () => XlsxBuilder.WithSheet(Title + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>").Build().ToArray(), "列"),
        new("a firm in row 1048576", "a.xlsx", () => XlsxBuilder.WithSheet(Title + XlsxBuilder.Row(1_048_576, "重庆末行铝业有限公司")).Build().ToArray(), null),
        new("a row beyond the last", "a.xlsx", () => XlsxBuilder.WithSheet(Title + XlsxBuilder.Row(1_048_577, "重庆末行铝业有限公司")).Build().ToArray(), "损坏"),
        new("links to other files", "a.xlsx", () => Book(Title + XlsxBuilder.Row(2, "重庆外链铝业有限公司")).Part("xl/externalLinks/externalLink1.xml", s => s.Write("<externalLink/>"u8))
            .Part("xl/worksheets/_rels/sheet0.xml.rels", s => s.Write("<Relationships><Relationship Id=\"x\" Type=\"t/externalLink\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/></Relationships>"u8)).Build().ToArray(), null),
        new("a DDE formula instead of a name", "a.xlsx", () => XlsxBuilder.WithSheet(Title + "<row r=\"2\"><c r=\"A2\"><f>cmd|'/c calc'!A0</f></c></row>").Build().ToArray(), null),
        new("macros", "a.xlsm", () => Book(Title + XlsxBuilder.Row(2, "重庆带宏铝业有限公司")).Part("xl/vbaProject.bin", s => s.Write(SpreadsheetReaderTests.Noise(20_000))).Build().ToArray(), null),
        new("encrypted", "a.xlsx", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[600]], "加密"),
        new("a million shared strings that nobody uses", "a.xlsx", () => XlsxBuilder.WithSheet(Title).RawStrings("<sst>" + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"<si><t>{i}</t></si>")) + "</sst>").Build().ToArray(), "没有数据行"),
        new("25 million characters of shared strings", "a.xlsx", () => XlsxBuilder.WithSheet(Title).RawStrings("<sst>" + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"<si><t>{Filling(i, 25_000)}</t></si>")) + "</sst>").Build().ToArray(), "文字过多"),
        new("one cell of 100 MB", "a.xlsx", () => Raw("xl/worksheets/sheet0.xml", s => Letters(s, "<worksheet><sheetData>" + Title + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>", 100, "</t></is></c></row></sheetData></worksheet>")), "超过 8 MB"),
        new("one cell of 3 MB", "a.xlsx", () => Raw("xl/worksheets/sheet0.xml", s => Letters(s, "<worksheet><sheetData>" + Title + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>", 3, "</t></is></c></row></sheetData></worksheet>")), null),
        new("a text of one line of 30 MB", "a.csv", () => Encoding.UTF8.GetBytes("企业名称,地址\n" + new string('a', 30_000_000)), "过长"),
        new("a text of one quote that never ends", "a.csv", () => Encoding.UTF8.GetBytes("企业名称,地址\n\"" + string.Concat(Enumerable.Repeat("甲乙\n", 2_000_000))), "引号"),
        new("10 million line ends", "a.csv", () => Encoding.UTF8.GetBytes("企业名称,地址\n" + new string('\n', 10_000_000)), "没有数据行"),
        new("a million commas in a line", "a.csv", () => Encoding.UTF8.GetBytes("企业名称,地址\n" + new string(',', 1_000_000)), "列"),
        new("30 MB of UTF-16", "a.csv", () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("企业名称,地址\n" + new string('甲', 15_000_000))], "过长"),
        new("half a character of UTF-16", "a.csv", () => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("企业名称,地址\n甲,乙\n"), 0xD8], "编码"),
        new("101 000 rows", "a.csv", () => Encoding.UTF8.GetBytes("企业名称\n" + string.Concat(Enumerable.Range(0, 101_000).Select(i => $"重庆{i}厂\n"))), "100,000 行"),
    ];

    private static XlsxBuilder Book(string rows) => XlsxBuilder.WithSheet(rows);

    private static string Many(int rows) => string.Concat(Enumerable.Range(1, rows).Select(i => $"<row r=\"{i}\"><c><v>{i}</v></c></row>"));

    private static string Filling(int seed, int length)
    {
        var text = new StringBuilder(length);
        for (uint state = (uint)seed + 1; text.Length < length;) text.Append((char)('a' + ((state = (state * 1664525) + 1013904223) >> 12) % 16));
        return text.ToString();
    }

    private static void Zeros(Stream stream, int megabytes)
    {
        var block = new byte[1 << 20];
        for (var i = 0; i < megabytes; i++) stream.Write(block);
    }

    private static void Text(Stream stream, string before, char filling, int megabytes, string behind)
    {
        stream.Write(Encoding.UTF8.GetBytes(before));
        var block = Encoding.UTF8.GetBytes(new string(filling, 1 << 20));
        for (var i = 0; i < megabytes; i++) stream.Write(block);
        stream.Write(Encoding.UTF8.GetBytes(behind));
    }

    /// <summary>Text that packs badly enough to stay under the ratio: letters in no order.</summary>
    private static void Letters(Stream stream, string before, int megabytes, string behind)
    {
        stream.Write(Encoding.UTF8.GetBytes(before));
        var block = SpreadsheetReaderTests.Noise(1 << 20);
        for (var i = 0; i < block.Length; i++) block[i] = (byte)('a' + (block[i] % 4));
        for (var i = 0; i < megabytes; i++) stream.Write(block);
        stream.Write(Encoding.UTF8.GetBytes(behind));
    }

    /// <summary>A workbook one of whose parts is written by hand.</summary>
    private static byte[] Raw(string path, Action<Stream> write) => Replaced(XlsxBuilder.WithSheet(Title).Build(), path, write);

    private static byte[] Replaced(MemoryStream book, string path, Action<Stream> write)
    {
        using (var zip = new ZipArchive(book, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(path)?.Delete();
            using var part = zip.CreateEntry(path).Open();
            write(part);
        }

        return book.ToArray();
    }

    private static byte[] WithDoctype(string path, string doctype)
    {
        var book = XlsxBuilder.WithSheet(Title).Strings("<t>甲</t>").Build();
        string xml;
        using (var zip = new ZipArchive(book, ZipArchiveMode.Read, leaveOpen: true))
        using (var reader = new StreamReader(zip.GetEntry(path)!.Open()))
            xml = reader.ReadToEnd();
        var end = xml.LastIndexOf("</", StringComparison.Ordinal);
        return Replaced(book, path, s => s.Write(Encoding.UTF8.GetBytes(doctype + xml[..end] + "<t>&e;</t>" + xml[end..])));
    }

    private static string Laughs()
    {
        var entities = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"lol\">");
        for (var i = 1; i < 10; i++) entities.Append(CultureInfo.InvariantCulture, $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">");
        return entities.Append("<!ENTITY e \"&l9;\">]>").ToString();
    }

    private static byte[] NestedZip()
    {
        var inner = new MemoryStream();
        using (var zip = new ZipArchive(inner, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = zip.CreateEntry("zeros").Open())
            Zeros(part, 20);
        var outer = new MemoryStream();
        using (var zip = new ZipArchive(outer, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < 16; i++)
            {
                using var part = zip.CreateEntry($"{i}.zip").Open();
                part.Write(inner.ToArray());
            }
        }

        return outer.ToArray();
    }

    private static byte[] LyingCount()
    {
        var book = Book(Title);
        for (var i = 0; i < 10_000; i++) book.Part($"xl/junk/a-rather-long-name-{i}.xml", _ => { });
        var bytes = book.Build().ToArray();
        var end = bytes.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        bytes[end + 8] = bytes[end + 10] = 5;
        bytes[end + 9] = bytes[end + 11] = 0;
        return bytes;
    }

    /// <summary>The unpacked length of the sheet, in one of its two headers only.</summary>
    private static byte[] LieInOne(bool isDirectory)
    {
        var bytes = XlsxBuilder.WithSheet(Title + string.Concat(Enumerable.Range(2, 20).Select(i => XlsxBuilder.Row(i, $"重庆{i}号谎言铝业有限公司")))).Build().ToArray();
        var name = "xl/worksheets/sheet0.xml"u8;
        var first = bytes.AsSpan().IndexOf(name);
        var last = bytes.AsSpan().LastIndexOf(name);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(isDirectory ? last - 46 + 24 : first - 30 + 22), 100);
        return bytes;
    }

    /// <summary>Every entry of the directory points at the same packed megabytes (as in 42.zip's successors): small to send, endless to unpack.</summary>
    private static byte[] Overlapping()
    {
        var book = Book(Title);
        for (var i = 0; i < 900; i++) book.Part($"xl/media/{i:000}.bin", s => { if (i == 0) s.Write(SpreadsheetReaderTests.Noise(1 << 20)); });
        var bytes = book.Build().ToArray();
        var source = DirectoryEntry(bytes, "xl/media/000.bin"u8);
        for (var i = 1; i < 900; i++)
        {
            var entry = DirectoryEntry(bytes, Encoding.ASCII.GetBytes($"xl/media/{i:000}.bin"));
            // checksum, packed and unpacked length, and where it lies, as those of the first
            bytes.AsSpan(source + 16, 12).CopyTo(bytes.AsSpan(entry + 16));
            bytes.AsSpan(source + 42, 4).CopyTo(bytes.AsSpan(entry + 42));
        }

        return bytes;
    }

    private static int DirectoryEntry(byte[] bytes, ReadOnlySpan<byte> name) => bytes.AsSpan().LastIndexOf(name) - 46;
}

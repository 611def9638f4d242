using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using LianMeng.Shared.Spreadsheets;

namespace LianMeng.Tests.Shared.Spreadsheets;

/// <summary>Trust row 15: refused in under a second and with less than 64 MB allocated, let alone kept.</summary>
public sealed class SpreadsheetRefusalTests
{
    const long MostBytes = 64L << 20;

    static string Refusal(Stream file, string name = "名单.xlsx")
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var refusal = Assert.Throws<SpreadsheetException>(() =>
        {
            using var book = SpreadsheetReader.Read(file, name);
        });
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        // a second is the promise; the machine that runs the tests is shared
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 4);
        return refusal.Message;
    }

    static Stream Text(string text, Encoding? encoding = null) => new MemoryStream((encoding ?? new UTF8Encoding(false)).GetBytes(text));

    static void WriteZeros(Stream stream, int megabytes)
    {
        var block = new byte[1 << 20];
        for (var i = 0; i < megabytes; i++)
            stream.Write(block);
    }

    [Theory]
    [InlineData("xl/worksheets/huge.xml")]
    [InlineData("xl/media/picture.png")]
    public void A_bomb_of_1000_to_1_is_refused(string path) =>
        Assert.Contains("压缩比", Refusal(XlsxBuilder.WithSheet("").Part(path, stream => WriteZeros(stream, 100)).Build()), StringComparison.Ordinal);

    [Fact]
    public void A_bomb_in_the_sheet_itself_is_refused() =>
        Assert.Contains("压缩比", Refusal(XlsxBuilder.WithSheet(new string(' ', 50_000_000)).Build()), StringComparison.Ordinal);

    [Fact]
    public void Ten_thousand_entries_are_refused()
    {
        var builder = XlsxBuilder.WithSheet("");
        for (var i = 0; i < 10_000; i++)
            builder.Part($"xl/junk/{i}.xml", _ => { });
        Assert.Contains("部件超过", Refusal(builder.Build()), StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_hidden_behind_a_lying_count_are_refused()
    {
        var builder = XlsxBuilder.WithSheet("");
        for (var i = 0; i < 10_000; i++)
            builder.Part($"xl/junk/a-rather-long-name-{i}.xml", _ => { });
        var bytes = builder.Build().ToArray();
        var end = bytes.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        bytes[end + 8] = bytes[end + 10] = 5;
        bytes[end + 9] = bytes[end + 11] = 0;
        Assert.Contains("部件超过", Refusal(new MemoryStream(bytes)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_declared_length_that_lies_is_refused()
    {
        var rows = string.Concat(Enumerable.Range(1, 200_000).Select(i => $"<row r=\"{i}\"><c><v>{i}</v></c></row>"));
        Refusal(XlsxBuilder.Lie(XlsxBuilder.WithSheet(rows).Build(), "xl/worksheets/sheet0.xml", 5_000));
    }

    [Fact]
    public void More_unpacked_bytes_than_allowed_are_refused_before_any_is_unpacked()
    {
        var limits = SpreadsheetLimits.Default with { MaxUnpackedBytes = 100_000 };
        var file = XlsxBuilder.WithSheet("").Part("xl/media/a.png", stream => stream.Write(SpreadsheetReaderTests.Noise(200_000))).Build();
        Assert.Contains("展开后", Assert.Throws<SpreadsheetException>(() => SpreadsheetReader.Read(file, "x.xlsx", limits)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY e \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>")]
    [InlineData("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">")]
    public void Document_types_are_refused_in_sheets_and_strings(string doctype)
    {
        Refusal(new XlsxBuilder().RawSheet($"{doctype}<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>").Build());
        Refusal(XlsxBuilder.WithSheet("<row r=\"1\"><c t=\"s\"><v>0</v></c></row>").RawStrings($"{doctype}<sst><si><t>&e;</t></si></sst>").Build());
    }

    [Fact]
    public void Endless_depth_names_and_tags_are_refused()
    {
        var noise = new StringBuilder();
        foreach (var b in SpreadsheetReaderTests.Noise(60_000))
            noise.Append(CultureInfo.InvariantCulture, $"{b:x2}");
        Refusal(XlsxBuilder.WithSheet(string.Concat(Enumerable.Repeat("<row>", 10_000)) + string.Concat(Enumerable.Repeat("</row>", 10_000))).Build());
        Refusal(XlsxBuilder.WithSheet(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<n{i}/>"))).Build());
        Refusal(XlsxBuilder.WithSheet($"<row r=\"1\" x=\"{noise}\"/>").Build());
    }

    [Fact]
    public void A_damaged_workbook_is_refused_before_the_first_row()
    {
        Refusal(new XlsxBuilder().RawSheet("<worksheet><sheetData><row r=\"1\"><c><v>1</v></c></row><row r=\"2\">").Build());
        Refusal(XlsxBuilder.WithSheet("<row r=\"1\"><c t=\"inlineStr\"><is><t>&#0;</t></is></c></row>").Build());
        var cut = XlsxBuilder.WithSheet(XlsxBuilder.Row(1, "甲")).Build().ToArray();
        Refusal(new MemoryStream(cut[..(cut.Length / 2)]));
        for (var at = 10; at < cut.Length; at += 7)
        {
            var bent = (byte[])cut.Clone();
            bent[at] ^= 0x5A;
            try
            {
                using var book = SpreadsheetReader.Read(new MemoryStream(bent), "x.xlsx");
                _ = book.Sheets.SelectMany(sheet => sheet.Rows).Count();
            }
            catch (SpreadsheetException refusal)
            {
                // any other exception would have failed the test
                Assert.EndsWith("。", refusal.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Rows_out_of_order_and_unknown_strings_are_damage()
    {
        foreach (var rows in new[] { "<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>", "<row r=\"1\"><c t=\"s\"><v>7</v></c></row>", "<row r=\"1\"><c r=\"11\"><v>7</v></c></row>" })
        {
            using var book = SpreadsheetReader.Read(XlsxBuilder.WithSheet(rows).Build(), "x.xlsx");
            Assert.Throws<SpreadsheetException>(() => book.Sheets[0].Rows.Count());
        }
    }

    [Fact]
    public void Too_many_rows_or_columns_are_refused_by_content_not_by_formatting()
    {
        var limits = SpreadsheetLimits.Default with { MaxRows = 8, FormRows = 2 };
        var rows = string.Concat(Enumerable.Range(1, 10).Select(i => $"<row r=\"{i}\"><c><v>1</v></c></row>"));
        using (SpreadsheetReader.Read(XlsxBuilder.WithSheet(rows + "<row r=\"11\"><c r=\"A11\" s=\"1\"/></row>").Build(), "x.xlsx", limits)) { }
        var refusal = Assert.Throws<SpreadsheetException>(() => SpreadsheetReader.Read(XlsxBuilder.WithSheet(rows + "<row r=\"11\"><c><v>1</v></c></row>").Build(), "x.xlsx", limits));
        Assert.Contains("超过 8 行", refusal.Message, StringComparison.Ordinal);

        using (SpreadsheetReader.Read(XlsxBuilder.WithSheet("<row r=\"1\"><c r=\"XFD1\" s=\"1\"/></row>").Build(), "x.xlsx")) { }
        Assert.Contains("256 列", Refusal(XlsxBuilder.WithSheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"IW1\"><v>1</v></c></row>").Build()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_million_empty_rows_cost_nothing()
    {
        var rows = string.Concat(Enumerable.Range(1, 1_000_000).Select(i => $"<row r=\"{i}\" spans=\"1:3\"/>"));
        var file = XlsxBuilder.WithSheet(rows + XlsxBuilder.Row(1_000_001, "甲")).Build();
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var book = SpreadsheetReader.Read(file, "x.xlsx");
        Assert.Equal(1_000_001, Assert.Single(book.Sheets[0].Rows).Number);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
    }

    [Theory]
    [InlineData("EncryptedPackage", "加密")]
    [InlineData("Workbook", "旧版 .xls")]
    [InlineData("Other", "不是 .xlsx")]
    public void An_OLE_container_is_named_for_what_it_is(string stream, string expected)
    {
        var file = new byte[200_000];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        // across the border of two reading blocks
        Encoding.Unicode.GetBytes(stream + "\0").CopyTo(file, (64 << 10) - 7);
        Assert.Contains(expected, Refusal(new MemoryStream(file)), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_no_tables_are_told_what_they_are()
    {
        Assert.Contains("空的", Refusal(new MemoryStream()), StringComparison.Ordinal);
        Assert.Contains("内容是文本；请另存为 .xlsx 或改名为 .csv", Refusal(Text("企业名称,地址\n甲,乙\n")), StringComparison.Ordinal);
        Assert.Contains("内容是文本", Refusal(Text("企业名称,地址\r\n甲,乙\r\n", CodePagesEncodingProvider.Instance.GetEncoding("GB18030"))), StringComparison.Ordinal);
        Assert.Contains("网页", Refusal(Text("<html><table><tr><td>企业名称</td></tr></table></html>"), "名单.xls"), StringComparison.Ordinal);
        Assert.Contains("PDF", Refusal(Text("%PDF-1.7"), "名单.pdf"), StringComparison.Ordinal);
        Assert.Contains("不是 Excel 工作簿", Refusal(new MemoryStream(SpreadsheetReaderTests.Noise(5_000))), StringComparison.Ordinal);
        Refusal(new MemoryStream(SpreadsheetReaderTests.Noise(5_000)), "名单.csv");
        Assert.Contains("压缩包", Refusal(Zip("名单.csv")), StringComparison.Ordinal);
        Assert.Contains(".ods", Refusal(Zip("content.xml")), StringComparison.Ordinal);
    }

    static MemoryStream Zip(string path)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntry(path);
        return file;
    }

    [Fact]
    public void Any_damage_inside_ends_in_rows_or_in_a_refusal()
    {
        const string Sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45658.5</v></c><c r=\"C1\"><f>A1</f></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>甲_x000D_</t></is></c><c r=\"B2\" t=\"d\"><v>2025-01-01</v></c><c r=\"C2\" t=\"b\"><v>1</v></c></row></sheetData>"
            + "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>";
        const string Strings = "<sst><si><t>企业名称</t></si><si><r><t>甲</t></r><rPh><t>jia</t></rPh></si></sst>";
        const string Styles = "<numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-804]yyyy&quot;年&quot;\\-m\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>";
        var noise = SpreadsheetReaderTests.Noise(8_000);
        var (read, refused) = (0, 0);
        for (var round = 0; round < 1_000; round++)
        {
            var n = noise.AsSpan(round * 8, 8);
            try
            {
                using var book = SpreadsheetReader.Read(
                    new XlsxBuilder().RawSheet(Bend(Sheet, n)).RawStrings(round % 3 == 0 ? Bend(Strings, n) : Strings).Styles(round % 3 == 1 ? Bend(Styles, n) : Styles).Build(), "x.xlsx");
                read += book.Sheets[0].Rows.Count() >= 0 ? 1 : 0;
            }
            catch (SpreadsheetException)
            {
                refused++;
            }
        }
        Assert.True(read > 50 && refused > 50, $"{read} read, {refused} refused");

        // two characters replaced by others that mean something to a parser
        static string Bend(string xml, ReadOnlySpan<byte> noise)
        {
            const string Meaningful = "<>/\"&;=[]:AZ09-_.\\ 铝";
            var bent = xml.ToCharArray();
            bent[(noise[0] << 8 | noise[1]) % bent.Length] = Meaningful[noise[2] % Meaningful.Length];
            if (noise[3] > 128)
                bent[(noise[4] << 8 | noise[5]) % bent.Length] = Meaningful[noise[6] % Meaningful.Length];
            return new string(bent);
        }
    }

    [Fact]
    public void A_directory_that_claims_to_be_elsewhere_is_refused()
    {
        var bytes = XlsxBuilder.WithSheet("").Build().ToArray();
        var end = bytes.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        bytes.AsSpan(end + 16, 4).Fill(0xFF);
        Refusal(new MemoryStream(bytes));
    }

    [Fact]
    public void A_file_larger_than_allowed_is_refused() =>
        Assert.Contains("MB", Assert.Throws<SpreadsheetException>(() => SpreadsheetReader.Read(Text("企业名称"), "a.csv", new SpreadsheetLimits { MaxFileBytes = 3 })).Message, StringComparison.Ordinal);
}

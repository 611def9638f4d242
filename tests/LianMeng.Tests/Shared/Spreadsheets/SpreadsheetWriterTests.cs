using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using LianMeng.Shared.Spreadsheets;

namespace LianMeng.Tests.Shared.Spreadsheets;

public sealed class SpreadsheetWriterTests
{
    static readonly SheetSpec Spec = new("企业", [new("代码", 22), new("金额", 12, SheetColumnKind.Number), new("日期", 12, SheetColumnKind.Date), new("时刻", 20, SheetColumnKind.DateTime)]);

    /// <summary>Trust row 16, and what XML or Excel treat in a way of their own.</summary>
    static readonly string[] Awkward =
    [
        "=1+1", "+86 23", "-5", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋86", "－5", "＠x", "'=1", "''-", "<script>alert(1)</script>", "a\"b,c;d", "第一行\n第二行", "甲\r\n乙",
        " 两端空格 ", "_x0041_", "_x000D_", "\u0001\u0002", "𠮷", "915001122334455667", "00123", "]]>", "&amp;",
    ];

    static async Task<MemoryStream> Xlsx(SheetSpec spec, params object?[][] rows)
    {
        var file = new MemoryStream();
        await SpreadsheetWriter.WriteXlsxAsync(file, spec, rows, TestContext.Current.CancellationToken);
        return file;
    }

    [Fact]
    public async Task The_workbook_is_valid_by_the_OpenXml_validator()
    {
        var spec = Spec with { Name = "企业[1]/名单*", Instructions = ["只填白色单元格"], Columns = [.. Spec.Columns, new("资质", 20, Choices: ["规上", "龙头"], Note: "可多选", OnlyChoices: false)] };
        var file = new MemoryStream();
        object?[] row = ["=x", 12.5m, new DateOnly(2025, 1, 2), new DateTime(2025, 1, 2, 3, 4, 5), new HighlightedValue("规上")];
        await SpreadsheetWriter.WriteXlsxAsync(file, [new(spec, [row]), new(spec, [row])], TestContext.Current.CancellationToken);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
        Assert.Equal(["企业1名单", "企业1名单_2", "填写说明", "选项"], document.WorkbookPart!.Workbook.Sheets!.Cast<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value));
    }

    [Fact]
    public async Task Awkward_texts_come_back_as_they_were_and_no_cell_is_a_formula()
    {
        var file = await Xlsx(Spec, [.. Awkward.Select(text => new object?[] { text })]);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
        {
            using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
            var xml = await sheet.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.Equal(Awkward.Length + 4, xml.Split("t=\"inlineStr\"").Length - 1);
            Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
        }
        using var book = SpreadsheetReader.Read(file, "x.xlsx");
        Assert.Equal(Awkward, book.Sheets[0].Rows.Skip(1).Select(row => row[0].Text));
    }

    [Fact]
    public async Task In_CSV_nothing_starts_like_a_formula_and_all_comes_back()
    {
        var file = new MemoryStream();
        await SpreadsheetWriter.WriteCsvAsync(file, Spec, Awkward.Select(text => new object?[] { text, -5 }), TestContext.Current.CancellationToken);
        var bytes = file.ToArray();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        using var book = SpreadsheetReader.Read(new MemoryStream(bytes), "x.csv");
        var rows = book.Sheets[0].Rows.Skip(1).ToList();
        Assert.Equal(Awkward, rows.Select(row => row[0].Text));
        Assert.All(rows, row => Assert.False("=+-@\t\r＝＋－＠".Contains(row[0].Raw[0]), row[0].Raw));
        // a number is a number, also below zero
        Assert.All(rows, row => Assert.Equal("-5", row[1].Raw));
    }

    [Fact]
    public async Task Numbers_and_dates_are_cells_of_their_kind_and_nothing_loses_digits()
    {
        var file = await Xlsx(Spec,
            ["1", 1234.56m, new DateOnly(2025, 1, 2), new DateTime(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc)],
            [915, 1234567890123456789m, new DateOnly(1850, 1, 1), null],
            [true, double.NaN, null, new DateTimeOffset(2025, 1, 2, 23, 59, 59, TimeSpan.FromHours(8))]);
        using var book = SpreadsheetReader.Read(file, "x.xlsx");
        var rows = book.Sheets[0].Rows.Skip(1).ToList();
        Assert.Equal([CellKind.Text, CellKind.Number, CellKind.Date, CellKind.Date], rows[0].Cells.Select(cell => cell.Kind));
        Assert.Equal(["1", "1234.56", "2025-01-02", "2025-01-02 03:04:05"], rows[0].Cells.Select(cell => cell.Text));
        Assert.Equal([CellKind.Text, CellKind.Text, CellKind.Text], rows[1].Cells.Select(cell => cell.Kind));
        Assert.Equal("1234567890123456789", rows[1][1].Text);
        Assert.Equal(["是", "NaN", "", "2025-01-02 23:59:59"], rows[2].Cells.Select(cell => cell.Text));
    }

    [Fact]
    public async Task Choices_stand_on_a_hidden_sheet_and_are_referred_to()
    {
        var file = await Xlsx(new SheetSpec("选项", [new("名称"), new("资质", Choices: ["规上", "龙头"]), new("规模", Choices: ["大", "中", "小"])]));
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var sheets = document.WorkbookPart!.Workbook.Sheets!.Cast<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ToList();
        Assert.Equal([("选项_2", false), ("选项", true)], sheets.Select(sheet => (sheet.Name!.Value, sheet.State?.InnerText == "hidden")));
        var validations = ((WorksheetPart)document.WorkbookPart.GetPartById(sheets[0].Id!)).Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.DataValidation>().ToList();
        Assert.Equal(["选项!$A$1:$A$2", "选项!$B$1:$B$3"], validations.Select(validation => validation.Formula1!.Text));
        Assert.StartsWith("B2:B", validations[0].SequenceOfReferences!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_too_long_for_Excel_is_cut_so_that_the_file_opens()
    {
        using var book = SpreadsheetReader.Read(await Xlsx(Spec, [new string('x', 40_000)]), "x.xlsx");
        var cell = book.Sheets[0].Rows.Last()[0];
        Assert.Equal(32_767, cell.Text.Length);
        Assert.EndsWith("已截断）", cell.Text, StringComparison.Ordinal);
        Assert.False(cell.Has(CellMarks.TooLong));
    }

    [Fact]
    public async Task An_output_that_only_writes_asynchronously_is_enough()
    {
        using var inner = new MemoryStream();
        await using var output = new AsyncOnlyStream(inner);
        await SpreadsheetWriter.WriteXlsxAsync(output, Spec, [["甲"]], TestContext.Current.CancellationToken);
        await SpreadsheetWriter.WriteCsvAsync(output, Spec, [["甲"]], TestContext.Current.CancellationToken);
        Assert.True(inner.Length > 1_000);
    }

    [Fact]
    public async Task Random_tables_come_back_through_both_formats()
    {
        const string Alphabet = "铝锭 a1=+-@,;\t\"'\r\n_x0D<&𠮷＝";
        for (var seed = 1u; seed <= 60; seed++)
        {
            var noise = SpreadsheetReaderTests.Noise(200, seed);
            var rows = Enumerable.Range(0, 10).Select(row => new object?[] { "r" + row.ToString(CultureInfo.InvariantCulture), Make(noise.AsSpan(row * 20, 20)) }).ToList();
            var spec = new SheetSpec("表", [new("一"), new("二")]);
            using var xlsx = new MemoryStream();
            using var csv = new MemoryStream();
            await SpreadsheetWriter.WriteXlsxAsync(xlsx, spec, rows, TestContext.Current.CancellationToken);
            await SpreadsheetWriter.WriteCsvAsync(csv, spec, rows, TestContext.Current.CancellationToken);
            foreach (var (file, name) in new[] { (xlsx, "a.xlsx"), (csv, "a.csv") })
            {
                using var book = SpreadsheetReader.Read(file, name);
                Assert.Equal(rows.Select(row => (string)row[1]!), book.Sheets[0].Rows.Skip(1).Select(row => row[1].Text));
            }
        }

        static string Make(ReadOnlySpan<byte> noise)
        {
            var text = "";
            foreach (var b in noise[..(noise[0] % 12 + 1)])
                text += char.IsSurrogate(Alphabet[b % Alphabet.Length]) ? "𠮷" : Alphabet[b % Alphabet.Length].ToString();
            // a cell of white space alone counts as empty
            return string.IsNullOrWhiteSpace(text) ? text + "x" : text;
        }
    }

    sealed class AsyncOnlyStream(Stream inner) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => throw new NotSupportedException();
        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => inner.WriteAsync(buffer, offset, count, cancellationToken);
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);
    }
}

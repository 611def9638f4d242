using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LianMeng.Shared.Spreadsheets;
using Cell = LianMeng.Shared.Spreadsheets.Cell;

namespace LianMeng.Tests.Shared.Spreadsheets;

public sealed class SpreadsheetReaderTests
{
    static List<SheetRow> Rows(XlsxBuilder builder)
    {
        using var book = SpreadsheetReader.Read(builder.Build(), "名单.xlsx");
        return [.. book.Sheets[0].Rows];
    }

    static Cell Only(string cell, XlsxBuilder? builder = null) =>
        Rows((builder ?? new XlsxBuilder()).Sheet($"<row r=\"1\">{cell}</row>", "Sheet1"))[0][0];

    [Fact]
    public void Shared_strings_may_be_plain_or_in_runs_and_phonetic_guides_are_left_out()
    {
        var rows = Rows(XlsxBuilder.WithSheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>")
            .Strings("<t xml:space=\"preserve\"> 铝锭 </t>", "<r><t>重庆</t></r><r><rPr/><t>铝业</t></r><rPh sb=\"0\" eb=\"1\"><t>chongqing</t></rPh>"));
        Assert.Equal(" 铝锭 ", rows[0][0].Text);
        Assert.True(rows[0][1].IsEmpty);
        Assert.Equal("重庆铝业", rows[0][2].Text);
        Assert.Equal(CellKind.Text, rows[0][2].Kind);
    }

    [Theory]
    [InlineData("1200", "1200")]
    [InlineData("1234.50", "1234.50")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("1234.5600000000001", "1234.56")]
    [InlineData("1.2E-3", "0.0012")]
    [InlineData("1.3800138E10", "13800138000")]
    [InlineData("-7", "-7")]
    public void A_number_reads_as_Excel_shows_it_and_without_exponent(string raw, string text)
    {
        var cell = Only($"<c r=\"A1\"><v>{raw}</v></c>");
        Assert.Equal(text, cell.Text);
        Assert.Equal(raw, cell.Raw);
        Assert.True(cell.IsNumber);
        Assert.False(cell.Has(CellMarks.LostDigits));
    }

    [Theory]
    [InlineData("9.1500112233445568E+17")]
    [InlineData("915001122334455680")]
    public void A_code_that_became_a_number_is_recognisable(string raw)
    {
        var cell = Only($"<c r=\"A1\"><v>{raw}</v></c>");
        Assert.True(cell.IsNumber);
        Assert.True(cell.Has(CellMarks.LostDigits));
        Assert.Equal(raw, cell.Raw);
    }

    [Theory]
    [InlineData(14, null, "45658", "2025-01-01")]
    [InlineData(170, "yyyy\"年\"m\"月\"", "45658", "2025-01-01")]
    [InlineData(170, "yyyy/m/d h:mm", "45658.75", "2025-01-01 18:00:00")]
    [InlineData(170, "[h]:mm", "0.5", "12:00:00")]
    [InlineData(170, "#,##0.00_);[Red]\\(#,##0.00\\)", "45658", "45658")]
    [InlineData(170, "0\"days\"", "45658", "45658")]
    [InlineData(0, null, "45658", "45658")]
    public void Dates_are_numbers_with_a_date_format(int id, string? code, string raw, string text)
    {
        var numFmt = code is null ? "" : $"<numFmts><numFmt numFmtId=\"{id}\" formatCode=\"{System.Security.SecurityElement.Escape(code)}\"/></numFmts>";
        var styles = $"{numFmt}<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"{id}\"/></cellXfs>";
        Assert.Equal(text, Only($"<c r=\"A1\" s=\"1\"><v>{raw}</v></c>", new XlsxBuilder().Styles(styles)).Text);
    }

    [Fact]
    public void The_1904_calendar_starts_1462_days_later() =>
        Assert.Equal("2025-01-01", Only("<c r=\"A1\" s=\"0\"><v>44196</v></c>", new XlsxBuilder().Date1904().Styles("<cellXfs><xf numFmtId=\"14\"/></cellXfs>")).Text);

    [Fact]
    public void Booleans_iso_dates_errors_and_escapes()
    {
        Assert.Equal(("TRUE", CellKind.Boolean), Two(Only("<c r=\"A1\" t=\"b\"><v>1</v></c>")));
        Assert.Equal(("2025-03-04", CellKind.Date), Two(Only("<c r=\"A1\" t=\"d\"><v>2025-03-04T00:00:00</v></c>")));
        Assert.Equal(("#REF!", CellKind.Error), Two(Only("<c r=\"A1\" t=\"e\"><f>#REF!</f><v>#REF!</v></c>")));
        Assert.Equal(("甲\r乙_x", CellKind.Text), Two(Only("<c r=\"A1\" t=\"inlineStr\"><is><t>甲_x000D_乙_x</t></is></c>")));

        static (string, CellKind) Two(Cell cell) => (cell.Text, cell.Kind);
    }

    [Fact]
    public void The_cached_value_of_a_formula_is_taken_and_marked_and_one_without_is_not_empty()
    {
        var cached = Only("<c r=\"A1\" t=\"str\"><f>B1&amp;C1</f><v>铝业</v></c>");
        Assert.Equal("铝业", cached.Text);
        Assert.True(cached.IsFormula);
        Assert.False(cached.Has(CellMarks.FormulaWithoutValue));
        var uncached = Only("<c r=\"A1\"><f>SUM(B1:B9)</f></c>");
        Assert.True(uncached.Has(CellMarks.FormulaWithoutValue));
        Assert.False(uncached.IsEmpty);
    }

    [Fact]
    public void A_merged_range_repeats_its_top_left_value_and_nothing_else()
    {
        var rows = Rows(XlsxBuilder.WithSheet(
            XlsxBuilder.Row(1, "名单", null, null) + XlsxBuilder.Row(3, "园区", "甲") + XlsxBuilder.Row(4, null, "乙") + XlsxBuilder.Row(6, null, "丙")
            + "</sheetData><mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"Z3\"/><mergeCell ref=\"A900:B901\"/></mergeCells>"));
        Assert.Equal(["名单", "名单", "名单"], rows[0].Cells.Select(cell => cell.Text));
        Assert.True(rows[0][2].Has(CellMarks.MergedCopy));
        Assert.Equal([1, 3, 4, 6], rows.Select(row => row.Number));
        Assert.Equal("园区", rows[2][0].Text);
        Assert.Equal("", rows[3][0].Text);
    }

    [Fact]
    public void Rows_and_cells_without_references_follow_each_other()
    {
        var rows = Rows(XlsxBuilder.WithSheet("<row><c t=\"inlineStr\"><is><t>甲</t></is></c><c><v>2</v></c></row><row r=\"5\"/><row><c><v>6</v></c></row>"));
        Assert.Equal(["甲", "2"], rows[0].Cells.Select(cell => cell.Text));
        Assert.Equal(6, rows[1].Number);
    }

    [Fact]
    public void Sheets_keep_their_order_and_names_and_hidden_ones_say_so()
    {
        using var book = SpreadsheetReader.Read(
            new XlsxBuilder().Sheet(XlsxBuilder.Row(1, "一"), "企业").Sheet(XlsxBuilder.Row(1, "二"), "选项", "state=\"veryHidden\"").Build(), "x.xlsx");
        Assert.Equal([("企业", false), ("选项", true)], book.Sheets.Select(sheet => (sheet.Name, sheet.IsHidden)));
        // two sheets read side by side from one stream
        Assert.Equal([("一", "二")], book.Sheets[0].Rows.Zip(book.Sheets[1].Rows, (a, b) => (a[0].Text, b[0].Text)));
    }

    [Fact]
    public void A_megabyte_in_a_cell_is_cut_and_marked_wherever_it_is_stored()
    {
        var megabyte = new string('铝', 1 << 20);
        foreach (var (cell, builder) in new[]
        {
            ($"<c r=\"A1\" t=\"inlineStr\"><is><t>{megabyte}</t></is></c>", new XlsxBuilder()),
            ($"<c r=\"A1\" t=\"str\"><v>{megabyte}</v></c>", new XlsxBuilder()),
            ("<c r=\"A1\" t=\"s\"><v>0</v></c>", new XlsxBuilder().Strings($"<t>{megabyte}</t>")),
        })
        {
            var read = Only(cell + "<c r=\"B1\"><v>1</v></c>", builder);
            Assert.Equal(32_767, read.Text.Length);
            Assert.True(read.Has(CellMarks.TooLong));
        }
    }

    [Fact]
    public void A_workbook_made_by_the_OpenXml_package_is_read()
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(new Row(
                new DocumentFormat.OpenXml.Spreadsheet.Cell(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text("企业名称"))) { DataType = CellValues.InlineString, CellReference = "A1" },
                new DocumentFormat.OpenXml.Spreadsheet.Cell(new CellValue(12.5m)) { CellReference = "B1" })));
            workbook.Workbook = new Workbook(new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = "名单", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
        }
        using var book = SpreadsheetReader.Read(file, "名单.xlsx");
        Assert.Equal("名单", book.Sheets[0].Name);
        Assert.Equal(["企业名称", "12.5"], Assert.Single(book.Sheets[0].Rows).Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void What_a_file_is_is_told_by_its_content_not_by_its_name()
    {
        using var book = SpreadsheetReader.Read(XlsxBuilder.WithSheet(XlsxBuilder.Row(1, "甲")).Build(), "名单.csv");
        Assert.Equal(SpreadsheetKind.Xlsx, book.Kind);
    }

    /// <summary>Bytes that do not compress (xorshift: the shipped ban on System.Random holds for tests too).</summary>
    internal static byte[] Noise(int length, uint seed = 2463534242)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
        {
            seed ^= seed << 13;
            seed ^= seed >> 17;
            seed ^= seed << 5;
            bytes[i] = (byte)seed;
        }
        return bytes;
    }
}

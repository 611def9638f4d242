using DocumentFormat.OpenXml.Packaging;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Spreadsheets;
using LianMeng.Tests.Shared.Spreadsheets;

namespace LianMeng.Tests.Shared.Imports;

public sealed class RejectedRowsFileTests
{
    static async Task<MemoryStream> Write(RosterTable table)
    {
        var rows = table.Rows.ToList();
        foreach (var row in rows)
        {
            row.Text("uscc");
            row.Decimal("revenue");
        }
        var file = new MemoryStream();
        await RejectedRowsFile.WriteAsync(file, table, rows.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        return file;
    }

    static RosterTable Roster() => Rosters.Open(new XlsxBuilder().Sheet(
        XlsxBuilder.Row(1, "单位：亿元")
        + XlsxBuilder.Row(2, "序号", "企业名称", "统一社会信用代码", "营业收入", "法人代表", "园区")
        + XlsxBuilder.Row(3, "1", "甲公司", "91500112MA5U4XYZ12", "1.5", "张三", "高新区")
        + "<row r=\"4\"><c r=\"B4\" t=\"inlineStr\"><is><t>=乙公司</t></is></c><c r=\"C4\"><v>9.15E+17</v></c><c r=\"D4\"><v>2.5</v></c><c r=\"E4\" t=\"inlineStr\"><is><t>李四</t></is></c></row>"
        + XlsxBuilder.Row(5, "3", "丙公司", null, "约3", "王五", "旧县街道")
        + "</sheetData><mergeCells><mergeCell ref=\"F3:F4\"/></mergeCells>", "名单"));

    [Fact]
    public async Task Rejected_rows_come_back_in_their_columns_with_the_reason_in_front_and_the_cell_marked()
    {
        var file = await Write(Roster());
        using var book = SpreadsheetReader.Read(file, "退回.xlsx");
        var rows = book.Sheets[0].Rows.ToList();
        Assert.Equal(["退回原因", "序号", "企业名称", "统一社会信用代码", "营业收入（亿元）", "法人代表", "园区"], rows[0].Cells.Select(cell => cell.Text));
        Assert.Equal(3, rows.Count);
        Assert.StartsWith("原第 4 行。统一社会信用代码：Excel 把", rows[1][0].Text, StringComparison.Ordinal);
        Assert.Equal(["", "=乙公司", "9.15E+17", "2.5", "李四", "高新区"], rows[1].Cells.Skip(1).Select(cell => cell.Text));
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var marked = document.WorkbookPart!.WorksheetParts.First().Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>()
            .Where(cell => cell.StyleIndex! == 6u).Select(cell => cell.CellReference!.Value);
        Assert.Equal(["D2", "E3"], marked);
    }

    [Fact]
    public async Task Mended_it_imports_and_unmended_it_is_rejected_again_with_one_reason_column()
    {
        using var back = SpreadsheetReader.Read(await Write(Roster()), "退回.xlsx");
        var again = RosterTable.Find(back, Rosters.Schema);
        Assert.Equal(["法人代表"], again.IgnoredTitles);
        var second = await Write(again);
        using (var book = SpreadsheetReader.Read(second, "退回.xlsx"))
        {
            var rejected = book.Sheets[0].Rows.ToList();
            Assert.Equal(["退回原因", "序号", "企业名称"], rejected[0].Cells.Take(3).Select(cell => cell.Text));
            Assert.Equal(3, rejected.Count);
            Assert.StartsWith("原第 2 行。统一社会信用代码：Excel 把", rejected[1][0].Text, StringComparison.Ordinal);
        }

        // mending is what a person does in Excel: the same cells with other contents
        var header = back.Sheets[0].Rows.First().Cells.Select(cell => cell.Text).ToArray();
        using var mended = new MemoryStream();
        await SpreadsheetWriter.WriteXlsxAsync(mended, new SheetSpec("退回", [.. header.Select(title => new SheetColumn(title))]), back.Sheets[0].Rows.Skip(1).Select(row =>
            row.Cells.Select(cell => (object?)cell.Text.Replace("9.15E+17", "91500112MA5U4XYZ12", StringComparison.Ordinal).Replace("约3", "3", StringComparison.Ordinal)).ToArray()),
            TestContext.Current.CancellationToken);
        using var sent = SpreadsheetReader.Read(mended, "退回.xlsx");
        var imported = RosterTable.Find(sent, Rosters.Schema).Rows.ToList();
        Assert.Equal([("=乙公司", "91500112MA5U4XYZ12", 25_000m), ("丙公司", null, 30_000m)], imported.Select(row => (row.Text("name"), row.Text("uscc"), row.Decimal("revenue"))));
        Assert.All(imported, row => Assert.False(row.IsRejected));
    }
}

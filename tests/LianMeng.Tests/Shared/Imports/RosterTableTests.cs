using System.Globalization;
using System.Text;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Spreadsheets;
using LianMeng.Tests.Shared.Spreadsheets;

namespace LianMeng.Tests.Shared.Imports;

public sealed class RosterTableTests
{
    [Fact]
    public void A_real_roster_is_found_between_its_title_and_its_signatures()
    {
        var table = Rosters.Open(new XlsxBuilder().Sheet(
            XlsxBuilder.Row(1, "铜梁区铝产业链企业名单")
            + XlsxBuilder.Row(2, "填表单位：区经信委", null, null, null, "单位：亿元")
            + XlsxBuilder.Row(3, "序号", "园区/镇街", "企业名称*", "统一社会信用代码", "营业收入", "资产总额(万元)", "从业人员（人）", "主营产品", "法人代表", "数据年份", "联系电话")
            + XlsxBuilder.Row(4, "1", "高新区", "甲铝业有限公司", "91500112MA5U4XYZ12", "1.2", "3,000", "120", "铝锭、铝棒", "张三", "2024年", "023-45671234")
            + XlsxBuilder.Row(5, "2", null, "乙铝业有限公司", "无", "0.5", "800万", "35人", "铝合金锭（A7、ADC12）；铝灰", "李四", "2024", "138 0013 8000")
            + XlsxBuilder.Row(6)
            + XlsxBuilder.Row(7, "3")
            + XlsxBuilder.Row(8, "小计", null, null, null, "1.7")
            + XlsxBuilder.Row(9, "4", "旧县街道", "丙公司", null, null, null, null, null, null, null, null)
            + XlsxBuilder.Row(10, "合  计", null, "3家", null, "1.7")
            + XlsxBuilder.Row(11, "填表人：王五", null, null, "审核人：赵六", null, "联系电话：123")
            + XlsxBuilder.Row(12, "备注：数据截至2024年底")
            + "</sheetData><mergeCells><mergeCell ref=\"A1:K1\"/><mergeCell ref=\"B4:B5\"/><mergeCell ref=\"A12:K12\"/></mergeCells>", "企业"));

        Assert.Equal(3, table.HeaderRow);
        Assert.Equal(["法人代表"], table.IgnoredTitles);
        var rows = table.Rows.ToList();
        Assert.Equal([4, 5, 9], rows.Select(row => row.RowNumber));
        Assert.Equal(["甲铝业有限公司", "乙铝业有限公司", "丙公司"], rows.Select(row => row.Text("name")));
        Assert.Equal([12_000m, 5_000m, null], rows.Select(row => row.Decimal("revenue")));
        Assert.Equal([3_000m, 800m, null], rows.Select(row => row.Decimal("assets")));
        Assert.Equal([120L, 35L, null], rows.Select(row => row.Integer("staff")));
        Assert.Equal(["铝合金锭（A7、ADC12）", "铝灰"], rows[1].List("made"));
        Assert.Equal(["高新区", "高新区", "旧县街道"], rows.Select(row => row.Text("park")));
        Assert.Null(rows[1].Text("uscc"));
        Assert.Equal(2024, rows[0].Year("year"));
        Assert.Equal(["023-45671234", "13800138000", null], rows.Select(row => row.Phone("phone")));
        Assert.Null(rows[0].List("bought"));
        Assert.False(rows[0].Has("bought"));
        Assert.All(rows, row => Assert.False(row.IsRejected));
    }

    [Theory]
    [InlineData("企业名称")]
    [InlineData(" 企 业 名 称 ")]
    [InlineData("企业名称*")]
    [InlineData("＊企业名称（必填）")]
    [InlineData("企业名称(全称)")]
    [InlineData("单位名称")]
    [InlineData("企业\n名称")]
    public void Header_variants_are_understood(string title) =>
        Assert.Equal("甲公司", Rosters.Open([title, "地址"], ["甲公司", "某路1号"]).Rows.Single().Text("name"));

    [Theory]
    [InlineData("营业收入", 12)]
    [InlineData("营业收入(万元)", 12)]
    [InlineData("营业收入（亿元）", 120_000)]
    [InlineData("营业收入 万元", 12)]
    [InlineData("营业收入亿元", 120_000)]
    [InlineData("营业收入(元)", 0.0012)]
    [InlineData("营业收入【千元】", 1.2)]
    [InlineData("2024年营业收入（单位：百万元）", 1_200)]
    [InlineData("年营业收入（不含税）（万元）", 12)]
    public void Units_in_headers_are_converted(string title, double expected) =>
        Assert.Equal((decimal)expected, Rosters.One(title, "12").Decimal("revenue"));

    [Theory]
    [InlineData("营业收入（万美元）", "人民币")]
    [InlineData("营业收入（吨）", "单位应为万元")]
    public void Units_that_cannot_be_converted_are_refused(string title, string expected) =>
        Assert.Contains(expected, Assert.Throws<SpreadsheetException>(() => Rosters.One(title, "12")).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_several_years_the_latest_is_taken_and_the_other_reported()
    {
        var table = Rosters.Open(["企业名称", "2023年营业收入(万元)", "2024年营业收入(亿元)", "2022年营业收入(万元)"], ["甲公司", "1", "2", "3"]);
        Assert.Equal(20_000m, table.Rows.Single().Decimal("revenue"));
        Assert.Equal(["2023年营业收入(万元)", "2022年营业收入(万元)"], table.IgnoredTitles);
    }

    [Fact]
    public void A_header_of_two_rows_with_merged_cells()
    {
        var table = Rosters.Open(new XlsxBuilder().Sheet(
            XlsxBuilder.Row(1, "名单")
            + XlsxBuilder.Row(2, "企业名称", "经营情况（亿元）", null, "联系电话")
            + XlsxBuilder.Row(3, null, "营业收入", "资产总额", null)
            + XlsxBuilder.Row(4, "甲公司", "1", "2", "023-45671234")
            + "</sheetData><mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"D2:D3\"/></mergeCells>", "表"));
        var row = table.Rows.Single();
        Assert.Equal(("甲公司", 10_000m, 20_000m, "023-45671234"), (row.Text("name"), row.Decimal("revenue"), row.Decimal("assets"), row.Phone("phone")));
    }

    [Fact]
    public void A_header_of_two_rows_without_merging_and_a_row_of_units()
    {
        var two = Rosters.Open(["企业名称", "经营情况（亿元）", null, "地址"], [null, "营业收入", "资产总额", null], ["甲公司", "1", "2", "某路"]);
        Assert.Equal(2, two.HeaderRow);
        Assert.Equal((10_000m, 20_000m), (two.Rows.Single().Decimal("revenue"), two.Rows.Single().Decimal("assets")));
        var units = Rosters.Open(["企业名称", "营业收入", "从业人员"], [null, "（亿元）", "人"], ["甲公司", "1", "2"]);
        Assert.Equal((10_000m, 2L), (units.Rows.Single().Decimal("revenue"), units.Rows.Single().Integer("staff")));
    }

    [Fact]
    public void The_first_sheet_with_data_is_taken_and_others_are_reported()
    {
        var header = XlsxBuilder.Row(1, "企业名称", "地址");
        var data = header + XlsxBuilder.Row(2, "甲公司", "某路");
        var table = Rosters.Open(new XlsxBuilder()
            .Sheet(XlsxBuilder.Row(1, "封面"), "封面").Sheet(data, "隐藏", "state=\"hidden\"").Sheet(header, "空").Sheet(data, "一").Sheet(data, "二"));
        Assert.Equal("一", table.SheetName);
        Assert.Equal(["二"], table.OtherSheets);
    }

    [Fact]
    public void A_missing_column_is_named_with_what_was_found_and_where_the_template_is()
    {
        var message = Assert.Throws<SpreadsheetException>(() => Rosters.Open(["统一社会信用代码", "地址", "法人"], ["9150", "某路", "张三"])).Message;
        Assert.Contains("缺少“企业名称”", message, StringComparison.Ordinal);
        Assert.Contains("统一社会信用代码、地址、法人", message, StringComparison.Ordinal);
        Assert.Contains("模板可在", message, StringComparison.Ordinal);
        Assert.Contains("姓名、年龄", Assert.Throws<SpreadsheetException>(() => Rosters.Open(["姓名", "年龄"], ["张三", "5"])).Message, StringComparison.Ordinal);
        Assert.Throws<SpreadsheetException>(() => Rosters.Open([]));
    }

    [Fact]
    public void A_header_below_the_twentieth_row_is_not_looked_for()
    {
        string?[][] Rows(int before) => [.. Enumerable.Range(0, before).Select(i => new string?[] { $"第{i}条" }), ["企业名称", "地址"], ["甲公司", "某路"]];
        Assert.Equal(20, Rosters.Open(Rows(19)).HeaderRow);
        Assert.Throws<SpreadsheetException>(() => Rosters.Open(Rows(20)));
    }

    [Theory]
    [InlineData("合计", true)]
    [InlineData("总  计：", true)]
    [InlineData("合计（12家）", true)]
    [InlineData("高新区小计", true)]
    [InlineData("填 表 人：张三", true)]
    [InlineData("审核人(签字):", true)]
    [InlineData("备注", true)]
    [InlineData("联系人：张三", true)]
    [InlineData("1", false)]
    public void Totals_and_signatures_are_no_rows(string first, bool isFooter) =>
        Assert.Equal(isFooter ? 1 : 2, Rosters.Open(["序号", "企业名称", "地址"], ["1", "甲公司", "某路"], [first, null, "数据"]).Rows.Count());

    [Theory]
    [InlineData("总计科技有限公司")]
    [InlineData("备注文化传媒公司")]
    [InlineData("重庆合计")]
    public void A_firm_may_be_called_like_a_footer(string name) =>
        Assert.Equal(name, Rosters.Open(["企业名称", "地址"], [name, "某路"]).Rows.Single().Text("name"));

    [Fact]
    public void A_CSV_roster_in_GB18030_with_a_header_in_the_third_row()
    {
        const string Text = "企业名单,,\r\n填表单位：区经信委,,\r\n营业收入（亿元）,企业名称,统一社会信用代码\r\n1.5,甲公司,9.15E+17\r\n合计,,\r\n";
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Text);
        var row = RosterTable.Find(SpreadsheetReader.Read(new MemoryStream(bytes), "名单.csv"), Rosters.Schema).Rows.Single();
        Assert.Equal(("甲公司", 15_000m, 4), (row.Text("name"), row.Decimal("revenue"), row.RowNumber));
        Assert.Null(row.Text("uscc"));
        Assert.Contains("9.15E+17", Assert.Single(row.Rejections).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_template_filled_in_is_read_back()
    {
        using var file = new MemoryStream();
        var template = Rosters.Schema.ToTemplate(["只有企业名称必填。"]);
        var values = new object?[template.Columns.Count];
        values[0] = "91500112MA5U4XYZ12";
        values[1] = "甲公司";
        values[6] = 1234.5m;
        values[11] = "规上；龙头";
        await SpreadsheetWriter.WriteXlsxAsync(file, template, [values], TestContext.Current.CancellationToken);
        using var book = SpreadsheetReader.Read(file, "模板.xlsx");
        Assert.Equal(["企业名单", "填写说明", "选项"], book.Sheets.Select(sheet => sheet.Name));
        var table = RosterTable.Find(book, Rosters.Schema);
        Assert.Empty(table.IgnoredTitles);
        Assert.Empty(table.OtherSheets);
        Assert.All(Rosters.Schema.Columns, column => Assert.NotNull(table.Find(column.Key)));
        var row = table.Rows.Single();
        Assert.Equal(("甲公司", 1234.5m), (row.Text("name"), row.Decimal("revenue")));
        Assert.Equal(["规上", "龙头"], row.List("qualifications"));
    }
}

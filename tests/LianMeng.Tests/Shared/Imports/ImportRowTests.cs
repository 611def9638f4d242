using LianMeng.Shared.Imports;
using LianMeng.Tests.Shared.Spreadsheets;

namespace LianMeng.Tests.Shared.Imports;

public sealed class ImportRowTests
{
    static void AssertRejected(ImportRow row, string expected)
    {
        var rejection = Assert.Single(row.Rejections);
        Assert.Contains(expected, rejection.Reason, StringComparison.Ordinal);
        Assert.Equal(2, rejection.Row);
        Assert.True(row.IsRejected);
    }

    [Theory]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("１，２３４．５", "1234.5")]
    [InlineData("￥3000", "3000")]
    [InlineData("¥ 3 000", "3000")]
    [InlineData("3000万", "3000")]
    [InlineData("3000 万元", "3000")]
    [InlineData("1.2亿元", "12000")]
    [InlineData("1.2亿", "12000")]
    [InlineData("50000元", "5")]
    [InlineData("人民币2百万元", "200")]
    [InlineData("-5", "-5")]
    [InlineData("0", "0")]
    public void Amounts_are_read_in_ten_thousand_yuan(string text, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Rosters.One("营业收入(万元)", text).Decimal("revenue"));

    [Theory]
    [InlineData("约500", "不是确定的数值")]
    [InlineData("500左右", "不能换算")]
    [InlineData("100-200", "不是确定的数值")]
    [InlineData("12,34", "不是确定的数值")]
    [InlineData("1.2.3", "不是确定的数值")]
    [InlineData("五百", "不是确定的数值")]
    [InlineData("5%", "不能换算成万元")]
    [InlineData("30万美元", "不能换算成万元")]
    [InlineData("12吨", "不能换算成万元")]
    [InlineData("9.15E+08", "9.15E+08")]
    [InlineData("99999999999999999999999999999999", "不是确定的数值")]
    [InlineData("9999999999999999亿元", "数值过大")]
    public void What_is_no_definite_amount_is_rejected_with_the_reason(string text, string expected)
    {
        var row = Rosters.One("营业收入(万元)", text);
        Assert.Null(row.Decimal("revenue"));
        AssertRejected(row, expected);
        Assert.Equal("营业收入(万元)", row.Rejections[0].Column);
        Assert.Equal(text, row.Rejections[0].Value);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("/")]
    [InlineData("——")]
    [InlineData("无")]
    [InlineData("  ")]
    public void What_stands_for_nothing_is_nothing(string text)
    {
        var row = Rosters.One("营业收入(万元)", text);
        Assert.Null(row.Decimal("revenue"));
        Assert.False(row.IsRejected);
        Assert.Null(Rosters.One("地址", text).Text("address"));
        Assert.Empty(Rosters.One("副产品", text).List("byProducts")!);
        Assert.Null(Rosters.One("电话", text).Phone("phone"));
    }

    [Fact]
    public void Whole_numbers()
    {
        Assert.Equal(12_000, Rosters.One("从业人员", "1.2万人").Integer("staff"));
        var row = Rosters.One("从业人员", "12.5");
        Assert.Null(row.Integer("staff"));
        AssertRejected(row, "应为整数");
    }

    [Fact]
    public void Number_cells_keep_their_decimals_and_dates_are_no_numbers()
    {
        Assert.Equal(0.3m, Rosters.OneCell("营业收入", "<c r=\"B2\"><v>0.30000000000000004</v></c>").Decimal("revenue"));
        Assert.Equal(1.5e15m, Rosters.OneCell("营业收入", "<c r=\"B2\"><v>1.5E15</v></c>").Decimal("revenue"));
        var dated = Rosters.OneCell("营业收入", "<c r=\"B2\" s=\"0\"><v>45658</v></c>", new XlsxBuilder().Styles("<cellXfs><xf numFmtId=\"14\"/></cellXfs>"));
        Assert.Null(dated.Decimal("revenue"));
        AssertRejected(dated, "日期");
        // 2025 typed into a cell that is formatted as a date
        Assert.Equal(2025, Rosters.OneCell("数据年份", "<c r=\"B2\" s=\"0\"><v>2025</v></c>", new XlsxBuilder().Styles("<cellXfs><xf numFmtId=\"14\"/></cellXfs>")).Year("year"));
    }

    [Fact]
    public void A_code_that_Excel_made_a_number_is_refused_with_that_cause_named()
    {
        var row = Rosters.OneCell("统一社会信用代码", "<c r=\"B2\"><v>9.1500112233445568E+17</v></c>");
        Assert.Null(row.Text("uscc"));
        AssertRejected(row, "显示为 9.15E+17");
        Assert.Contains("“文本”格式", row.Rejections[0].Reason, StringComparison.Ordinal);
        Assert.Null(row.Text("uscc"));
        Assert.Single(row.Rejections);
    }

    [Theory]
    [InlineData("<c r=\"B2\"><f>B1</f></c>", "公式")]
    [InlineData("<c r=\"B2\" t=\"e\"><v>#REF!</v></c>", "#REF!")]
    [InlineData("<c r=\"B2\" t=\"inlineStr\"><is><t>#N/A</t></is></c>", "#N/A")]
    [InlineData("<c r=\"B2\" t=\"inlineStr\"><is><t>甲_xD800_乙</t></is></c>", "损坏")]
    public void Cells_without_a_usable_value_are_rejected_by_every_accessor(string cell, string expected)
    {
        foreach (var read in new Action<ImportRow>[] { row => row.Text("address"), row => row.List("address"), row => row.Decimal("address"), row => row.Year("address"), row => row.Phone("address") })
        {
            var row = Rosters.OneCell("地址", cell);
            read(row);
            AssertRejected(row, expected);
        }
    }

    [Fact]
    public void A_formula_with_its_value_is_that_value() =>
        Assert.Equal(12m, Rosters.OneCell("营业收入", "<c r=\"B2\"><f>6+6</f><v>12</v></c>").Decimal("revenue"));

    [Fact]
    public void Texts_are_cleaned_of_what_nobody_sees_and_script_stays_text()
    {
        Assert.Equal("龙腾大道 1 号", Rosters.One("地址", "\u3000龙腾\u200B大道\n 1\t\u00A0号\u202E ").Text("address"));
        Assert.Equal("甲乙", Rosters.One("地址", "甲_x0000__x0007_乙").Text("address"));
        Assert.Equal("<script>alert(1)</script>", Rosters.One("地址", "<script>alert(1)</script>").Text("address"));
    }

    [Fact]
    public void Too_long_values_are_rejected_with_the_limit_named()
    {
        var row = Rosters.One("地址", new string('长', 501));
        Assert.Null(row.Text("address"));
        AssertRejected(row, "超过上限 500 个");
        Assert.InRange(row.Rejections[0].Value.Length, 1, 101);
        var huge = Rosters.One("地址", new string('长', 1 << 20));
        Assert.Null(huge.Text("address"));
        AssertRejected(huge, "超过 32767 个字符");
        var item = Rosters.One("主营产品", "铝锭、" + new string('长', 61));
        Assert.Empty(item.List("made")!);
        AssertRejected(item, "超过上限 60 个");
        var many = Rosters.One("主营产品", string.Join('、', Enumerable.Range(0, 101)));
        Assert.Empty(many.List("made")!);
        AssertRejected(many, "超过上限 100 项");
    }

    [Theory]
    [InlineData("铝锭;铝棒；铝板、铝箔,铝粉，铝线\n铝管", "铝锭|铝棒|铝板|铝箔|铝粉|铝线|铝管")]
    [InlineData(" 铝锭 ；；铝锭、 铝棒 、", "铝锭|铝棒")]
    [InlineData("铝合金锭（A7、ADC12），铝棒(6061,6063)", "铝合金锭（A7、ADC12）|铝棒(6061,6063)")]
    [InlineData("铝锭（A7、铝棒", "铝锭（A7|铝棒")]
    public void Lists_are_split_outside_brackets(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Rosters.One("主营产品", text).List("made"));

    [Theory]
    [InlineData("2025", 2025)]
    [InlineData("2025年", 2025)]
    [InlineData("２０２５年度", 2025)]
    [InlineData("2025-12-31", 2025)]
    [InlineData("2025.12", 2025)]
    [InlineData("2025年12月", 2025)]
    [InlineData("25", null)]
    [InlineData("去年", null)]
    [InlineData("1905", null)]
    [InlineData("20251", null)]
    public void Years(string text, int? expected)
    {
        var row = Rosters.One("数据年份", text);
        Assert.Equal(expected, row.Year("year"));
        Assert.Equal(expected is null, row.IsRejected);
    }

    [Theory]
    [InlineData("138-0013-8000", "13800138000")]
    [InlineData("＋86 138 0013 8000", "13800138000")]
    [InlineData("02345671234", "023-45671234")]
    [InlineData("(023)45671234", "023-45671234")]
    [InlineData("0755-82345678转801", "0755-82345678-801")]
    [InlineData("0101 2345678", "010-12345678")]
    [InlineData("0101 23456", null)]
    [InlineData("45671234", "45671234")]
    [InlineData("400-123-4567", "4001234567")]
    [InlineData("13800138000/023-45671234", "13800138000、023-45671234")]
    [InlineData("1380013800", null)]
    [InlineData("张三", null)]
    public void Telephones(string text, string? expected)
    {
        var row = Rosters.One("电话", text);
        Assert.Equal(expected, row.Phone("phone"));
        Assert.Equal(expected is null, row.IsRejected);
    }

    [Fact]
    public void A_telephone_kept_as_a_number_is_whole() =>
        Assert.Equal("13800138000", Rosters.OneCell("电话", "<c r=\"B2\"><v>1.3800138E10</v></c>").Phone("phone"));

    [Fact]
    public void A_required_value_that_is_missing_is_rejected_and_a_key_unknown_is_a_mistake()
    {
        var row = Rosters.Open(["企业名称", "地址"], ["/", "某路"]).Rows.Single();
        AssertRejected(row, "必填");
        Assert.Throws<ArgumentException>(() => row.Text("nosuch"));
    }

    [Fact]
    public void Whatever_stands_in_a_cell_is_read_or_rejected_and_never_breaks()
    {
        string[] pieces = ["1", "23", ",", ".", "-", "+", "E+", "万", "亿元", "年", "(", "）", "、", ";", "/", "转", "8613800138000", "0", "铝", " ", "=", "\uD800", "\u0000", "￥", "%", "无", "\"", "'"];
        var noise = SpreadsheetReaderTests.Noise(16_000);
        var csv = new System.Text.StringBuilder("企业名称\t营业收入\n");
        for (var row = 0; row < 2_000; row++)
        {
            csv.Append("甲\t\"");
            for (var i = 0; i < 1 + noise[row * 8] % 7; i++)
                csv.Append(pieces[noise[row * 8 + 1 + i] % pieces.Length].Replace("\"", "\"\"", StringComparison.Ordinal).Replace("\uD800", "", StringComparison.Ordinal));
            csv.Append("\"\n");
        }
        using var book = LianMeng.Shared.Spreadsheets.SpreadsheetReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv.ToString())), "a.csv");
        var (numbers, rejected) = (0, 0);
        foreach (var row in RosterTable.Find(book, Rosters.Schema).Rows)
        {
            numbers += row.Decimal("revenue") is null ? 0 : 1;
            row.Text("revenue");
            row.List("revenue");
            row.Integer("revenue");
            row.Year("revenue");
            row.Phone("revenue");
            rejected += row.IsRejected ? 1 : 0;
        }
        Assert.True(numbers > 50 && rejected > 1_000, $"{numbers} numbers, {rejected} rejected");
    }

    [Fact]
    public void The_caller_rejects_for_reasons_of_its_own()
    {
        var row = Rosters.One("统一社会信用代码", "915001127810158841");
        row.Reject("uscc", "校验码不对。");
        row.Reject("uscc", "校验码不对。");
        Assert.Equal(new Rejection(2, "统一社会信用代码", "915001127810158841", "校验码不对。"), Assert.Single(row.Rejections));
        row.Reject("chain", "没有这一列。");
        Assert.Equal(new Rejection(2, "所属产业链", "", "没有这一列。"), row.Rejections[1]);
    }

    [Theory]
    [InlineData("2026-12-31", "2026-12-31")]
    [InlineData("2026/2/3", "2026-02-03")]
    [InlineData("2026.12.31", "2026-12-31")]
    [InlineData("2026年2月3日", "2026-02-03")]
    [InlineData("2026 年 12 月 31 日", "2026-12-31")]
    [InlineData("２０２６－１２－３１", "2026-12-31")]
    [InlineData("20261231", "2026-12-31")]
    [InlineData("2026/12/3 0:00", "2026-12-03")]
    [InlineData("2026/12/3 10:00:00", "2026-12-03")]
    [InlineData("2026年12月3日10:00", "2026-12-03")]
    public void Days_are_read_as_people_write_them(string text, string expected)
    {
        var row = Rosters.One("地址", text);
        Assert.Equal(expected, row.Date("address")?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.False(row.IsRejected);
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-13-01")]
    [InlineData("26.12.31")]
    [InlineData("2026年12月")]
    [InlineData("12月31日")]
    [InlineData("长期")]
    [InlineData("2026-12-31至2027-01-31")]
    public void What_is_no_definite_day_is_rejected(string text)
    {
        var row = Rosters.One("地址", text);
        Assert.Null(row.Date("address"));
        AssertRejected(row, "应为确定的日期");
    }

    [Fact]
    public void A_date_cell_is_a_day_and_one_that_lost_its_format_is_explained()
    {
        var styles = new XlsxBuilder().Styles("<cellXfs><xf numFmtId=\"14\"/></cellXfs>");
        Assert.Equal(new DateOnly(2026, 12, 31), Rosters.OneCell("地址", "<c r=\"B2\" s=\"0\"><v>46387</v></c>", styles).Date("address"));
        var lost = Rosters.OneCell("地址", "<c r=\"B2\"><v>46387</v></c>");
        Assert.Null(lost.Date("address"));
        AssertRejected(lost, "单元格格式改为“日期”");
    }

    [Theory]
    [InlineData("地址", "200", "200", null)]
    [InlineData("地址", "1,200.5 吨/月", "1200.5", "吨/月")]
    [InlineData("地址", "3万", "30000", null)]
    [InlineData("地址", "3万件", "3", "万件")]
    [InlineData("地址（吨/月）", "200", "200", "吨/月")]
    [InlineData("地址（吨）", "3万", "30000", "吨")]
    [InlineData("地址（吨）", "200件", "200", "件")]
    public void Quantities_keep_the_unit_that_stands_with_them(string title, string text, string expected, string? unit)
    {
        var row = Rosters.One(title, text);
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), row.Quantity("address", out var read));
        Assert.Equal(unit, read);
        Assert.False(row.IsRejected);
    }

    [Theory]
    [InlineData("约200吨")]
    [InlineData("100-200吨")]
    [InlineData("若干")]
    public void What_is_no_definite_quantity_is_rejected(string text)
    {
        var row = Rosters.One("地址", text);
        Assert.Null(row.Quantity("address", out _));
        AssertRejected(row, "不是确定的数值");
    }

    /// <summary>Yuan are converted whatever they are for: what stands behind the slash is not.</summary>
    [Theory]
    [InlineData("营业收入（亿元/年）", "1.5", "15000")]
    [InlineData("营业收入", "3万元/年", "3")]
    public void Money_for_something_is_converted_as_money(string title, string text, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Rosters.One(title, text).Decimal("revenue"));
}

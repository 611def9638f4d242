using System.Globalization;
using System.Text;
using LianMeng.Shared.Spreadsheets;

namespace LianMeng.Tests.Shared.Spreadsheets;

public sealed class CsvTests
{
    static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    static List<SheetRow> Rows(byte[] bytes)
    {
        using var book = SpreadsheetReader.Read(new MemoryStream(bytes), "名单.csv");
        return [.. book.Sheets[0].Rows];
    }

    static List<SheetRow> Rows(string text) => Rows(Encoding.UTF8.GetBytes(text));

    static string[] Texts(SheetRow row) => [.. row.Cells.Select(cell => cell.Text)];

    public static TheoryData<string> Encodings => new("utf-8", "utf-8 with mark", "gb18030", "utf-16 with mark", "utf-16be with mark");

    [Theory, MemberData(nameof(Encodings))]
    public void Chinese_text_is_read_in_every_encoding_that_suites_save(string name)
    {
        const string Text = "企业名称,地址\r\n重庆𠮷祥铝业有限公司,铜梁区龙腾大道\r\n";
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8 with mark" => new UTF8Encoding(true),
            "gb18030" => Gb18030,
            "utf-16 with mark" => Encoding.Unicode,
            _ => Encoding.BigEndianUnicode,
        };
        var rows = Rows([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]);
        Assert.Equal(["企业名称", "地址"], Texts(rows[0]));
        Assert.Equal("重庆𠮷祥铝业有限公司", rows[1][0].Text);
    }

    [Fact]
    public void UTF16_without_a_mark_and_broken_bytes_are_refused()
    {
        const string Text = "企业名称,地址,电话\r\n甲公司,乙,13800138000\r\n";
        foreach (var bytes in new[] { Encoding.Unicode.GetBytes(Text), Encoding.BigEndianUnicode.GetBytes(Text), [.. Encoding.UTF8.GetBytes(Text), 0xFF, 0xFF, 0xFE] })
            Assert.Contains("编码不是 UTF-8 或 GB18030", Assert.Throws<SpreadsheetException>(() => Rows(bytes)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("企业名称,主营产品\n甲,a;b;c;d\n")]
    [InlineData("企业名称;主营产品\n甲;\"a,b,c\"\n乙;x,y\n")]
    [InlineData("企业名称\t主营产品\n甲\ta;b,c;d\n")]
    [InlineData("铝产业链企业名单\n企业名称,主营产品\n甲,a;b;c\n")]
    public void The_separator_is_the_one_every_line_has(string text) =>
        Assert.Contains(Rows(text), row => Texts(row) is ["企业名称", "主营产品"]);

    [Fact]
    public void Quotes_line_ends_and_blank_lines()
    {
        var rows = Rows("a,b,c\r\n\r\n\"x, \"\"y\"\"\",\"第一行\r\n第二行\",in\"side\n,,\nlast,\"\"");
        Assert.Equal([1, 3, 5], rows.Select(row => row.Number));
        Assert.Equal(["x, \"y\"", "第一行\r\n第二行", "in\"side"], Texts(rows[1]));
        Assert.Equal(["last"], Texts(rows[2]));
    }

    [Fact]
    public void A_lost_quote_is_refused_and_a_megabyte_in_a_field_is_not()
    {
        var rows = Rows($"a,b\n{new string('x', 1 << 20)},2\n3,4\n");
        Assert.Equal((32_767, true, "2"), (rows[1][0].Text.Length, rows[1][0].Has(CellMarks.TooLong), rows[1][1].Text));
        Assert.Equal("3", rows[2][0].Text);
        var lost = "a,b\n1,\"2\n" + string.Concat(Enumerable.Repeat("甲公司,乙地址\n", 600_000));
        Assert.Contains("引号", Assert.Throws<SpreadsheetException>(() => Rows(lost)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_columns_and_separators_are_bounded()
    {
        Assert.Contains("256 列", Assert.Throws<SpreadsheetException>(() => Rows("a,b\n" + new string(',', 300) + "x")).Message, StringComparison.Ordinal);
        Assert.Contains("列", Assert.Throws<SpreadsheetException>(() => Rows("a,b\n" + new string(',', 20_000_000))).Message, StringComparison.Ordinal);
        Assert.Single(Rows("a,b\n" + new string('\n', 1_000_000)));
        var many = string.Concat(Enumerable.Range(0, 100_051).Select(i => i.ToString(CultureInfo.InvariantCulture) + ",x\n"));
        Assert.Contains("100,000 行", Assert.Throws<SpreadsheetException>(() => Rows(many)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Formulas_guarded_texts_and_lost_codes_are_recognised()
    {
        var rows = Rows("代码,备注\n=\"0012\",'=1+1\n=A1+B1,-5\n9.15E+17,2E+3x\n''＋86,'abc\n");
        Assert.Equal(["0012", "=1+1"], Texts(rows[1]));
        Assert.True(rows[2][0].Has(CellMarks.FormulaWithoutValue));
        Assert.Equal("-5", rows[2][1].Text);
        Assert.True(rows[3][0].Has(CellMarks.LostDigits));
        Assert.False(rows[3][1].Has(CellMarks.LostDigits));
        Assert.Equal(["'＋86", "'abc"], Texts(rows[4]));
    }

    [Fact]
    public void A_single_stray_control_byte_is_a_matter_of_its_row() =>
        Assert.Equal("甲\u0001公司", Rows("企业名称,地址\n甲\u0001公司,乙\n")[1][0].Text);
}

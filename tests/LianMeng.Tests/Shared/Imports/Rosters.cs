using LianMeng.Shared.Imports;
using LianMeng.Shared.Spreadsheets;
using LianMeng.Tests.Shared.Spreadsheets;

namespace LianMeng.Tests.Shared.Imports;

/// <summary>An enterprise roster as districts keep them, and ways to open one.</summary>
internal static class Rosters
{
    public static readonly ImportSchema Schema = new("企业名单", "模板可在“导入企业”页下载。",
    [
        new("uscc", "统一社会信用代码") { Aliases = ["社会信用代码", "信用代码"], Width = 22, MaxLength = 30 },
        new("name", "企业名称") { Aliases = ["单位名称", "企业全称"], Required = true, Width = 30, MaxLength = 100 },
        new("region", "行政区划代码"),
        new("address", "地址") { Aliases = ["注册地址", "企业地址"] },
        new("industry", "行业代码"),
        new("staff", "从业人员") { Aliases = ["从业人员数", "职工人数"], Kind = ImportColumnKind.Number, Unit = "人" },
        new("revenue", "营业收入") { Aliases = ["年营业收入"], Kind = ImportColumnKind.Number, Unit = "万元" },
        new("assets", "资产总额") { Kind = ImportColumnKind.Number, Unit = "万元" },
        new("made", "主营产品") { Kind = ImportColumnKind.List, MaxLength = 60 },
        new("bought", "采购产品") { Kind = ImportColumnKind.List },
        new("byProducts", "副产品") { Kind = ImportColumnKind.List },
        new("qualifications", "资质") { Kind = ImportColumnKind.List, Choices = ["规上", "龙头", "高新技术企业", "专精特新"] },
        new("contact", "联系人"),
        new("phone", "联系电话") { Aliases = ["电话"], Kind = ImportColumnKind.Phone },
        new("chain", "所属产业链"),
        new("year", "数据年份") { Kind = ImportColumnKind.Year },
        new("park", "园区/镇街") { Aliases = ["园区", "镇街"] },
    ]);

    public static RosterTable Open(XlsxBuilder builder) => RosterTable.Find(SpreadsheetReader.Read(builder.Build(), "名单.xlsx"), Schema);

    /// <summary>A sheet of text rows; null is an empty cell.</summary>
    public static RosterTable Open(params string?[][] rows) => Open(Sheet(rows));

    public static XlsxBuilder Sheet(params string?[][] rows) =>
        XlsxBuilder.WithSheet(string.Concat(rows.Select((row, i) => XlsxBuilder.Row(i + 1, row))));

    /// <summary>A row with a firm's name and one more column.</summary>
    public static ImportRow One(string title, string value) => Open(["企业名称", title], ["甲公司", System.Security.SecurityElement.Escape(value)]).Rows.Single();

    /// <summary>The same with the cell's XML given: reference B2.</summary>
    public static ImportRow OneCell(string title, string cell, XlsxBuilder? builder = null) => Open((builder ?? new XlsxBuilder()).Sheet(
        XlsxBuilder.Row(1, "企业名称", title) + $"<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>甲公司</t></is></c>{cell}</row>", "Sheet1")).Rows.Single();
}

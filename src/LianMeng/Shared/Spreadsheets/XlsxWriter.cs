using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace LianMeng.Shared.Spreadsheets;

/// <summary>
/// Writes the parts of a workbook straight into a zip. The OpenXml package is not used for this: its container keeps every unpacked part
/// in memory until it is closed, 140 MB for 100 000 rows.
/// </summary>
internal sealed class XlsxWriter(Stream output) : IDisposable
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    const string SpreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    const string ChoicesSheet = "选项";
    const string InstructionsSheet = "填写说明";
    const int MaxCellLength = 32_767;
    const int ExactDigits = 15;
    // a template is filled in below its last row: drop-downs reach further than the rows written
    const int DropDownRows = 5_000;

    readonly ZipArchive _zip = new(output, ZipArchiveMode.Create, leaveOpen: true);
    readonly List<(string Name, bool IsHidden)> _sheets = [];
    readonly List<IReadOnlyList<string>> _choices = [];
    readonly List<SheetSpec> _explained = [];

    public async Task AddSheetAsync(SheetContent content, CancellationToken cancellation)
    {
        var (spec, rows) = (content.Spec, content.Rows);
        if (spec.Instructions is not null || spec.Columns.Any(column => column.Note is not null))
            _explained.Add(spec);
        using var xml = StartSheet(spec.Name, isHidden: false);
        StartWorksheet(xml, spec.Columns, freezeHeader: true);
        WriteHeader(xml, spec.Columns);
        var last = 1;
        await foreach (var row in rows.WithCancellation(cancellation))
            WriteRow(xml, ++last, row, spec.Columns);
        xml.WriteEndElement();
        if (spec.Columns.Count > 0)
        {
            xml.WriteStartElement("autoFilter", Main);
            xml.WriteAttributeString("ref", $"A1:{CellRef.Letters(spec.Columns.Count - 1)}{last}");
            xml.WriteEndElement();
        }
        WriteDropDowns(xml, spec.Columns, Math.Max(last, DropDownRows));
        xml.WriteEndElement();
    }

    /// <summary>Adds instructions, drop-down lists and the parts that name all the others.</summary>
    public void Finish()
    {
        if (_explained.Count > 0)
            WriteInstructions();
        if (_choices.Count > 0)
            WriteChoices();
        using (var styles = new StreamWriter(_zip.CreateEntry("xl/styles.xml").Open()))
            styles.Write(XlsxStyles.Xml);
        WriteWorkbook();
        WriteRelations("xl/_rels/workbook.xml.rels",
            [.. _sheets.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")), ("styles", "styles.xml")]);
        WriteRelations("_rels/.rels", [("officeDocument", "xl/workbook.xml")]);
        WriteContentTypes();
    }

    public void Dispose() => _zip.Dispose();

    XmlWriter StartPart(string path) =>
        XmlWriter.Create(_zip.CreateEntry(path).Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });

    XmlWriter StartSheet(string name, bool isHidden)
    {
        _sheets.Add((UniqueName(name, isHidden), isHidden));
        return StartPart($"xl/worksheets/sheet{_sheets.Count}.xml");
    }

    /// <summary>Excel takes 31 characters without []:*?/\ and no name twice.</summary>
    string UniqueName(string name, bool isHidden)
    {
        var clean = string.Concat(name.Where(c => !"[]:*?/\\".Contains(c) && c >= ' ' && !char.IsSurrogate(c))).Trim('\'', ' ');
        clean = clean.Length == 0 ? "Sheet" : clean;
        for (var number = 1; ; number++)
        {
            var suffix = number == 1 ? "" : $"_{number}";
            var unique = clean[..Math.Min(clean.Length, 31 - suffix.Length)] + suffix;
            // the drop-downs refer to the hidden sheet by its name
            if (!isHidden && unique == ChoicesSheet)
                continue;
            if (!_sheets.Exists(sheet => string.Equals(sheet.Name, unique, StringComparison.OrdinalIgnoreCase)))
                return unique;
        }
    }

    static void StartWorksheet(XmlWriter xml, IReadOnlyList<SheetColumn> columns, bool freezeHeader)
    {
        xml.WriteStartElement("worksheet", Main);
        if (freezeHeader)
            xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        if (columns.Count > 0)
        {
            xml.WriteStartElement("cols", Main);
            for (var i = 0; i < columns.Count; i++)
            {
                xml.WriteStartElement("col", Main);
                xml.WriteAttributeString("min", Whole(i + 1));
                xml.WriteAttributeString("max", Whole(i + 1));
                xml.WriteAttributeString("width", columns[i].Width.ToString(CultureInfo.InvariantCulture));
                // empty cells of a text column are text too, so that a code typed there survives
                xml.WriteAttributeString("style", Whole(XlsxStyles.Of(columns[i].Kind)));
                xml.WriteAttributeString("customWidth", "1");
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteStartElement("sheetData", Main);
    }

    static void WriteHeader(XmlWriter xml, IReadOnlyList<SheetColumn> columns)
    {
        StartRow(xml, 1);
        for (var i = 0; i < columns.Count; i++)
            WriteString(xml, 1, i, columns[i].Title, XlsxStyles.Header);
        xml.WriteEndElement();
    }

    static void WriteRow(XmlWriter xml, int number, object?[] values, IReadOnlyList<SheetColumn> columns)
    {
        StartRow(xml, number);
        for (var i = 0; i < values.Length; i++)
            WriteValue(xml, number, i, values[i], i < columns.Count ? columns[i].Kind : SheetColumnKind.Text, highlight: false);
        xml.WriteEndElement();
    }

    static void WriteValue(XmlWriter xml, int row, int column, object? value, SheetColumnKind kind, bool highlight)
    {
        switch (value)
        {
            case HighlightedValue highlighted:
                WriteValue(xml, row, column, highlighted.Value, SheetColumnKind.Text, highlight: true);
                break;
            case null or "":
                if (highlight)
                    WriteString(xml, row, column, "", XlsxStyles.Highlight);
                break;
            case DateOnly { Year: >= 1900 } date when kind != SheetColumnKind.Text:
                WriteNumber(xml, row, column, date.ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture), XlsxStyles.Date);
                break;
            case DateTime { Year: >= 1900 } moment when kind != SheetColumnKind.Text:
                WriteDate(xml, row, column, moment, kind);
                break;
            case DateTimeOffset { Year: >= 1900 } moment when kind != SheetColumnKind.Text:
                WriteDate(xml, row, column, moment.DateTime, kind);
                break;
            case int or long or short or byte or decimal or double or float when kind == SheetColumnKind.Number && IsExact(SpreadsheetWriter.ToText(value)):
                WriteNumber(xml, row, column, SpreadsheetWriter.ToText(value), XlsxStyles.Number);
                break;
            default:
                WriteString(xml, row, column, SpreadsheetWriter.ToText(value), highlight ? XlsxStyles.Highlight : XlsxStyles.Text);
                break;
        }
    }

    static void WriteDate(XmlWriter xml, int row, int column, DateTime moment, SheetColumnKind kind)
    {
        var style = kind == SheetColumnKind.Date ? XlsxStyles.Date : XlsxStyles.DateTime;
        WriteNumber(xml, row, column, moment.ToOADate().ToString(CultureInfo.InvariantCulture), style);
    }

    /// <summary>Excel keeps 15 digits; a longer number, NaN or infinity is written as text rather than changed.</summary>
    static bool IsExact(string number) => number.Count(char.IsAsciiDigit) <= ExactDigits && number.All(c => char.IsAsciiDigit(c) || c is '-' or '.');

    static void StartRow(XmlWriter xml, int number)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", Whole(number));
    }

    static void StartCell(XmlWriter xml, int row, int column, int style)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", CellRef.Letters(column) + Whole(row));
        xml.WriteAttributeString("s", Whole(style));
    }

    static void WriteNumber(XmlWriter xml, int row, int column, string number, int style)
    {
        StartCell(xml, row, column, style);
        xml.WriteElementString("v", Main, number);
        xml.WriteEndElement();
    }

    static void WriteString(XmlWriter xml, int row, int column, string text, int style)
    {
        StartCell(xml, row, column, style);
        if (text.Length > 0)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(ExcelText.Encode(Cut(text)));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    // Excel calls a workbook with a longer cell damaged
    static string Cut(string text)
    {
        const string Mark = "…（过长，已截断）";
        return text.Length <= MaxCellLength ? text : text[..(MaxCellLength - Mark.Length)] + Mark;
    }

    void WriteDropDowns(XmlWriter xml, IReadOnlyList<SheetColumn> columns, int lastRow)
    {
        if (!columns.Any(column => column.Choices is { Count: > 0 }))
            return;
        xml.WriteStartElement("dataValidations", Main);
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Choices is not { Count: > 0 } choices)
                continue;
            var letters = CellRef.Letters(i);
            xml.WriteStartElement("dataValidation", Main);
            xml.WriteAttributeString("type", "list");
            xml.WriteAttributeString("allowBlank", "1");
            xml.WriteAttributeString("showErrorMessage", columns[i].OnlyChoices ? "1" : "0");
            xml.WriteAttributeString("errorTitle", "请从列表中选择");
            xml.WriteAttributeString("error", "填写的内容不在列表中。");
            xml.WriteAttributeString("sqref", $"{letters}2:{letters}{lastRow}");
            var list = CellRef.Letters(_choices.Count);
            xml.WriteElementString("formula1", Main, $"{ChoicesSheet}!${list}$1:${list}${choices.Count}");
            xml.WriteEndElement();
            _choices.Add(choices);
        }
        xml.WriteEndElement();
    }

    void WriteInstructions()
    {
        using var xml = StartSheet(InstructionsSheet, isHidden: false);
        StartWorksheet(xml, [new("", 24), new("", 80)], freezeHeader: false);
        var row = 0;
        foreach (var spec in _explained)
        {
            foreach (var line in spec.Instructions ?? [])
                WriteLine("说明", line, XlsxStyles.Wrapped);
            WriteLine("栏目", "填写要求", XlsxStyles.Header);
            foreach (var column in spec.Columns)
                WriteLine(column.Title, column.Note ?? "", XlsxStyles.Wrapped);
        }
        xml.WriteEndElement();
        xml.WriteEndElement();

        void WriteLine(string name, string text, int style)
        {
            StartRow(xml, ++row);
            WriteString(xml, row, 0, name, style);
            WriteString(xml, row, 1, text, style);
            xml.WriteEndElement();
        }
    }

    void WriteChoices()
    {
        using var xml = StartSheet(ChoicesSheet, isHidden: true);
        StartWorksheet(xml, [], freezeHeader: false);
        for (var row = 0; row < _choices.Max(list => list.Count); row++)
        {
            StartRow(xml, row + 1);
            for (var column = 0; column < _choices.Count; column++)
                if (row < _choices[column].Count)
                    WriteString(xml, row + 1, column, _choices[column][row], XlsxStyles.Text);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    void WriteWorkbook()
    {
        using var xml = StartPart("xl/workbook.xml");
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relationships);
        xml.WriteStartElement("sheets", Main);
        for (var i = 0; i < _sheets.Count; i++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", _sheets[i].Name);
            xml.WriteAttributeString("sheetId", Whole(i + 1));
            if (_sheets[i].IsHidden)
                xml.WriteAttributeString("state", "hidden");
            xml.WriteAttributeString("id", Relationships, $"rId{i + 1}");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    void WriteRelations(string path, (string Type, string Target)[] relations)
    {
        using var xml = StartPart(path);
        xml.WriteStartElement("Relationships", PackageRelationships);
        for (var i = 0; i < relations.Length; i++)
        {
            xml.WriteStartElement("Relationship", PackageRelationships);
            xml.WriteAttributeString("Id", $"rId{i + 1}");
            xml.WriteAttributeString("Type", $"{Relationships}/{relations[i].Type}");
            xml.WriteAttributeString("Target", relations[i].Target);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    void WriteContentTypes()
    {
        using var xml = StartPart("[Content_Types].xml");
        xml.WriteStartElement("Types", ContentTypes);
        WriteType("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        WriteType("Default", "Extension", "xml", "application/xml");
        WriteType("Override", "PartName", "/xl/workbook.xml", SpreadsheetType + "sheet.main+xml");
        WriteType("Override", "PartName", "/xl/styles.xml", SpreadsheetType + "styles+xml");
        for (var i = 0; i < _sheets.Count; i++)
            WriteType("Override", "PartName", $"/xl/worksheets/sheet{i + 1}.xml", SpreadsheetType + "worksheet+xml");
        xml.WriteEndElement();

        void WriteType(string element, string key, string value, string type)
        {
            xml.WriteStartElement(element, ContentTypes);
            xml.WriteAttributeString(key, value);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    }

    static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}

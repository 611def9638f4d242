using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace LianMeng.Tests.Shared.Spreadsheets;

/// <summary>Puts a workbook together from raw XML, so that tests control what no honest writer would produce.</summary>
internal sealed class XlsxBuilder
{
    readonly List<(string Name, string Xml, string Attributes)> _sheets = [];
    readonly List<(string Path, Action<Stream> Write)> _extra = [];
    string? _sharedStrings;
    string _styles = "";
    string _workbookPr = "";

    public static XlsxBuilder WithSheet(string xml, string name = "Sheet1") => new XlsxBuilder().Sheet(xml, name);

    /// <param name="xml">Rows, and behind them after &lt;/sheetData&gt; whatever else belongs to the sheet.</param>
    /// <param name="name">Of the sheet.</param>
    /// <param name="attributes">Of the sheet element in the workbook.</param>
    public XlsxBuilder Sheet(string xml, string name, string attributes = "")
    {
        var body = xml.Contains("</sheetData>", StringComparison.Ordinal) ? "<sheetData>" + xml : $"<sheetData>{xml}</sheetData>";
        _sheets.Add((name, $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{body}</worksheet>", attributes));
        return this;
    }

    public XlsxBuilder RawSheet(string xml)
    {
        _sheets.Add(("Sheet1", xml, ""));
        return this;
    }

    public XlsxBuilder Strings(params string[] items) => RawStrings($"<sst>{string.Concat(items.Select(item => $"<si>{item}</si>"))}</sst>");

    public XlsxBuilder RawStrings(string xml)
    {
        _sharedStrings = xml;
        return this;
    }

    public XlsxBuilder Styles(string xml)
    {
        _styles = xml;
        return this;
    }

    public XlsxBuilder Date1904()
    {
        _workbookPr = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    public XlsxBuilder Part(string path, Action<Stream> write)
    {
        _extra.Add((path, write));
        return this;
    }

    public MemoryStream Build()
    {
        var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string Type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            Add(zip, "_rels/.rels", $"<Relationships><Relationship Id=\"r1\" Type=\"{Type}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(zip, "xl/workbook.xml", $"<workbook xmlns:r=\"{Type}\">{_workbookPr}<sheets>"
                + string.Concat(_sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" r:id=\"s{i}\" {sheet.Attributes}/>")) + "</sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", "<Relationships>"
                + string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"s{i}\" Type=\"{Type}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"))
                + $"<Relationship Id=\"ss\" Type=\"{Type}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"st\" Type=\"{Type}/styles\" Target=\"styles.xml\"/></Relationships>");
            if (_sharedStrings is not null)
                Add(zip, "xl/sharedStrings.xml", _sharedStrings);
            Add(zip, "xl/styles.xml", $"<styleSheet>{_styles}</styleSheet>");
            for (var i = 0; i < _sheets.Count; i++)
                Add(zip, $"xl/worksheets/sheet{i}.xml", _sheets[i].Xml);
            foreach (var (path, write) in _extra)
                using (var part = zip.CreateEntry(path).Open())
                    write(part);
        }
        output.Position = 0;
        return output;
    }

    static void Add(ZipArchive zip, string path, string xml)
    {
        using var part = new StreamWriter(zip.CreateEntry(path).Open(), new UTF8Encoding(false));
        part.Write(xml);
    }

    /// <summary>Inline text cells, one row.</summary>
    public static string Row(int number, params string?[] texts) =>
        $"<row r=\"{number}\">{string.Concat(texts.Select((text, i) => text is null ? "" : $"<c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"))}</row>";

    /// <summary>Writes another unpacked length for an entry into both of its headers.</summary>
    public static MemoryStream Lie(MemoryStream zip, string path, uint length)
    {
        var bytes = zip.ToArray();
        var name = Encoding.UTF8.GetBytes(path);
        var patched = 0;
        for (var at = 0; (at = bytes.AsSpan(at).IndexOf(name) is >= 0 and var found ? at + found : -1) >= 0; at += name.Length)
        {
            var (signature, sizeAt) = at >= 46 && bytes.AsSpan(at - 46).StartsWith("PK\u0001\u0002"u8) ? (46, 24) : (30, 22);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at - signature + sizeAt), length);
            patched++;
        }
        Assert.Equal(2, patched);
        return new MemoryStream(bytes);
    }
}

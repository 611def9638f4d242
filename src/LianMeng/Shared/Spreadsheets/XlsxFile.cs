using System.Collections;
using System.Globalization;
using System.IO.Compression;

namespace LianMeng.Shared.Spreadsheets;

/// <summary>The parts of a workbook (ECMA-376): which sheets there are, the shared strings, which formats are dates.</summary>
internal sealed class XlsxFile
{
    const int MostSheets = 200;

    readonly Dictionary<string, ZipArchiveEntry> _parts;

    XlsxFile(ZipArchive archive, SpreadsheetLimits limits)
    {
        Limits = limits;
        // some office suites write \ in names or change their case
        _parts = new(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries)
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    public SpreadsheetLimits Limits { get; }

    public bool Is1904 { get; private set; }

    public SharedStrings SharedStrings { get; private set; } = new();

    /// <summary>Shared strings that were cut because they are longer than a cell may be.</summary>
    public HashSet<int> CutStrings { get; } = [];

    /// <summary>Per cell style: does it show a date?</summary>
    public BitArray DateStyles { get; private set; } = new(0);

    public static Spreadsheet Open(Stream file, SpreadsheetLimits limits)
    {
        var archive = ZipGate.Open(file, limits);
        try
        {
            return new XlsxFile(archive, limits).Read(archive);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    Spreadsheet Read(ZipArchive archive)
    {
        var workbook = WorkbookPath();
        var relations = Relations(workbook);
        var sheets = Sheets(workbook, relations);
        foreach (var (_, (type, path)) in relations)
            if (type == "styles" && _parts.TryGetValue(path, out var part))
                DateStyles = ReadDateStyles(part);
            else if (type == "sharedStrings" && _parts.TryGetValue(path, out part))
                SharedStrings = ReadSharedStrings(part);
        var opened = new List<Sheet>();
        foreach (var (name, isHidden, part) in sheets)
        {
            var (merges, lastRow) = XlsxSheetScan.Run(part, name, Limits);
            opened.Add(new Sheet(name, isHidden, () => new XlsxSheetRows(this, part, merges, lastRow).Read()));
        }
        return new Spreadsheet(SpreadsheetKind.Xlsx, opened, archive);
    }

    string WorkbookPath()
    {
        foreach (var (_, (type, path)) in Relations(""))
            if (type == "officeDocument")
            {
                if (path.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
                    throw new SpreadsheetException("这是 .xlsb 二进制工作簿，请另存为 .xlsx 再上传。");
                if (path.StartsWith("word/", StringComparison.OrdinalIgnoreCase))
                    throw new SpreadsheetException("这是 Word 文档，请把表格复制到 Excel 中另存为 .xlsx 再上传。");
                if (_parts.ContainsKey(path))
                    return path;
            }
        if (_parts.ContainsKey("xl/workbook.xml"))
            return "xl/workbook.xml";
        throw new SpreadsheetException(_parts.ContainsKey("content.xml")
            ? "这是 OpenDocument（.ods）文件，请另存为 .xlsx 再上传。"
            : "这是压缩包，不是 Excel 工作簿；请解压后上传其中的 .xlsx 或 .csv 文件。");
    }

    /// <summary>Relations of a part: id → (last word of the type, full path of the target).</summary>
    Dictionary<string, (string Type, string Path)> Relations(string part)
    {
        var found = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        var slash = part.LastIndexOf('/') + 1;
        if (!_parts.TryGetValue($"{part[..slash]}_rels/{part[slash..]}.rels", out var entry))
            return found;
        using var xml = new SafeXml(entry);
        while (xml.Read())
            if (xml is { IsStart: true, Name: "Relationship" } && xml["Id"] is { } id && xml["Type"] is { } type && xml["Target"] is { } target
                && xml["TargetMode"] != "External")
                found.TryAdd(id, (type[(type.LastIndexOf('/') + 1)..], Resolve(part[..slash], target)));
        return found;
    }

    static string Resolve(string folder, string target)
    {
        target = target.Replace('\\', '/');
        if (target.StartsWith('/'))
            return target[1..];
        var path = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
            if (step != "..")
                path.Add(step);
            else if (path.Count > 0)
                path.RemoveAt(path.Count - 1);
        return string.Join('/', path.Where(step => step is not (".")));
    }

    List<(string Name, bool IsHidden, ZipArchiveEntry Part)> Sheets(string workbook, Dictionary<string, (string Type, string Path)> relations)
    {
        var found = new List<(string, bool, ZipArchiveEntry)>();
        using var xml = new SafeXml(_parts[workbook]);
        while (xml.Read())
        {
            if (!xml.IsStart)
                continue;
            if (xml.Name == "workbookPr")
                Is1904 = xml["date1904"] is "1" or "true";
            if (xml.Name == "sheet" && xml.Qualified("id") is { } id && relations.TryGetValue(id, out var relation)
                && relation.Type == "worksheet" && _parts.TryGetValue(relation.Path, out var part))
                found.Add((xml["name"] ?? $"Sheet{found.Count + 1}", xml["state"] is "hidden" or "veryHidden", part));
            if (found.Count > MostSheets)
                throw new SpreadsheetException($"工作簿里的工作表超过 {MostSheets} 张，请只保留名单所在的工作表。");
        }
        return found.Count > 0 ? found : throw new SpreadsheetException("工作簿里没有工作表，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。");
    }

    SharedStrings ReadSharedStrings(ZipArchiveEntry part)
    {
        var strings = new SharedStrings();
        using var xml = new SafeXml(part);
        while (xml.Read())
        {
            if (xml is not { IsStart: true, Name: "si" })
                continue;
            var (text, wasCut) = ReadRichText(xml, Limits.MaxCellLength);
            if (wasCut)
                CutStrings.Add(strings.Count);
            strings.Add(text);
            if (strings.Count > Limits.MaxSharedStrings || strings.Characters > Limits.MaxSharedCharacters)
                throw new SpreadsheetException("工作簿里的文字过多，请拆成几个文件分别上传。");
        }
        return strings;
    }

    /// <summary>The text of an si or is element: plain or in runs, without phonetic guides.</summary>
    public static (string Text, bool WasCut) ReadRichText(SafeXml xml, int max)
    {
        if (xml.IsEmptyElement)
            return ("", false);
        var depth = xml.Depth;
        var whole = "";
        var wasCut = false;
        while (xml.Read() && xml.Depth > depth)
        {
            if (!xml.IsStart)
                continue;
            if (xml.Name == "rPh")
            {
                xml.SkipElement();
            }
            else if (xml.Name == "t")
            {
                var (text, cut) = xml.ReadText(max - whole.Length);
                whole = whole.Length == 0 ? text : whole + text;
                wasCut |= cut;
            }
        }
        return (ExcelText.Decode(whole), wasCut);
    }

    static BitArray ReadDateStyles(ZipArchiveEntry part)
    {
        var codes = new Dictionary<int, string>();
        var isDate = new List<bool>();
        var inCellFormats = false;
        using var xml = new SafeXml(part);
        while (xml.Read())
        {
            if (xml.Name == "cellXfs")
                inCellFormats = xml.IsStart && !xml.IsEmptyElement;
            if (!xml.IsStart)
                continue;
            if (xml.Name == "numFmt" && Number(xml["numFmtId"]) is { } id && xml["formatCode"] is { } code)
                codes[id] = code;
            if (inCellFormats && xml.Name == "xf")
            {
                var format = Number(xml["numFmtId"]) ?? 0;
                isDate.Add(ExcelNumber.IsDateFormat(format, codes.GetValueOrDefault(format)));
            }
        }
        return new BitArray(isDate.ToArray());
    }

    static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using LianMeng.Shared.Spreadsheets;

namespace LianMeng.Shared.Imports;

/// <summary>The roster inside a file: where its header stands, what its columns mean, and its rows without headings, totals and signatures.</summary>
public sealed class RosterTable
{
    const int HeaderWithin = 20;
    const int TitlesListed = 30;
    const int MostLeftOut = 1000;

    /// <summary>The column that <see cref="RejectedRowsFile"/> puts in front; ignored when the file comes back.</summary>
    public const string ReasonTitle = "退回原因";

    static readonly HashSet<string> SilentlyIgnored = new(StringComparer.OrdinalIgnoreCase) { "", "序号", "顺序号", "行号", "No", "No.", "#", ReasonTitle };

    readonly Sheet _sheet;
    readonly int _headerRow;
    readonly Dictionary<string, RosterColumn> _byKey;
    readonly List<int> _leftOut = [];

    RosterTable(ImportSchema schema, Sheet sheet, int headerRow, IReadOnlyList<RosterColumn> columns, IReadOnlyList<string> otherSheets)
    {
        Schema = schema;
        _sheet = sheet;
        _headerRow = headerRow;
        Columns = columns;
        OtherSheets = otherSheets;
        _byKey = columns.Where(column => column.Meaning is not null).ToDictionary(column => column.Meaning!.Key, StringComparer.Ordinal);
    }

    public ImportSchema Schema { get; }

    public string SheetName => _sheet.Name;

    /// <summary>The (last) header row as Excel numbers it.</summary>
    public int HeaderRow => _headerRow;

    /// <summary>Every column under the header, in the order of the file.</summary>
    public IReadOnlyList<RosterColumn> Columns { get; }

    /// <summary>Titles of columns that are not understood and left out; 序号 is not worth mentioning.</summary>
    public IReadOnlyList<string> IgnoredTitles =>
        [.. Columns.Where(column => column.Meaning is null && !SilentlyIgnored.Contains(HeaderTitle.Parse(column.Title).Name)).Select(column => column.Title)];

    /// <summary>Further sheets that hold a roster too and were not read.</summary>
    public IReadOnlyList<string> OtherSheets { get; }

    /// <summary>Rows below the header that were left out as totals, signatures or remarks, when <see cref="Rows"/> was last read.</summary>
    public IReadOnlyList<int> LeftOut => _leftOut;

    /// <summary>The rows, read from the file each time: not to be enumerated twice at once.</summary>
    public IEnumerable<ImportRow> Rows
    {
        get
        {
            _leftOut.Clear();
            foreach (var row in _sheet.Rows)
            {
                if (row.Number <= _headerRow || IsBlank(row)) continue;
                if (!RosterFooter.IsFooter(row, NameOf(row))) yield return new ImportRow(this, row);
                else if (_leftOut.Count < MostLeftOut) _leftOut.Add(row.Number);
            }
        }
    }

    /// <summary>The column of a key, or null if the file has none.</summary>
    public RosterColumn? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Finds the header within the first 20 rows of a visible sheet; of several rosters the first with data.</summary>
    /// <exception cref="SpreadsheetException">No sheet has the required columns; the message lists what was found and what is missing.</exception>
    public static RosterTable Find(Spreadsheet spreadsheet, ImportSchema schema)
    {
        var rosters = new List<RosterTable>();
        RosterHeader? closest = null;
        IReadOnlyList<string> firstTitles = [];
        foreach (var sheet in spreadsheet.Sheets.Where(sheet => !sheet.IsHidden))
        {
            var rows = sheet.Rows.Take(HeaderWithin).ToList();
            if (firstTitles.Count == 0)
                firstTitles = LikelyTitles(rows);
            var header = RosterHeader.Best(schema, rows, out var columns);
            if (header is null)
                continue;
            if (!header.MissingTitles.Any())
                rosters.Add(new RosterTable(schema, sheet, header.LastRow, columns, []));
            else if (header.Score > (closest?.Score ?? 0))
                closest = header;
        }
        if (rosters.Count == 0)
            throw new SpreadsheetException(DescribeMissing(schema, closest, firstTitles));
        var withData = rosters.Where(roster => roster.Rows.Any()).ToList();
        var chosen = withData.Count > 0 ? withData[0] : rosters[0];
        return new RosterTable(schema, chosen._sheet, chosen._headerRow, chosen.Columns, [.. withData.Skip(1).Select(roster => roster.SheetName)]);
    }

    static string DescribeMissing(ImportSchema schema, RosterHeader? closest, IReadOnlyList<string> firstTitles)
    {
        var missing = closest?.MissingTitles ?? schema.Columns.Where(column => column.Required).Select(column => column.Title);
        var found = (closest?.TitlesFound.Distinct(StringComparer.Ordinal) ?? firstTitles).Take(TitlesListed).ToList();
        var foundText = found.Count == 0 ? "文件里没有找到表头" : $"找到的列：{string.Join("、", found)}";
        return $"前 {HeaderWithin} 行里没有找到{schema.Name}的表头：缺少“{string.Join("”“", missing)}”列（{foundText}）。{schema.TemplateHint}";
    }

    /// <summary>For the message when nothing matched: the first row that has the most texts.</summary>
    static List<string> LikelyTitles(List<SheetRow> rows) =>
        rows.Select(row => row.Cells.Where(cell => !cell.IsEmpty).Select(cell => ImportText.Shorten(cell.Text, 20)).Distinct(StringComparer.Ordinal).ToList())
            .MaxBy(titles => titles.Count) ?? [];

    string? NameOf(SheetRow row)
    {
        foreach (var column in Columns)
            if (column.Meaning is { Required: true })
                return row[column.Index].Text;
        return null;
    }

    /// <summary>Nothing of its own in any column that matters; a number in 序号 does not make a row.</summary>
    bool IsBlank(SheetRow row)
    {
        foreach (var column in _byKey.Values)
            if (row[column.Index] is { IsEmpty: false } cell && !cell.Has(CellMarks.MergedCopy))
                return false;
        return true;
    }
}

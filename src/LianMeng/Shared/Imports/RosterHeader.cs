using LianMeng.Shared.Spreadsheets;

namespace LianMeng.Shared.Imports;

/// <summary>A candidate for the header of a roster: one row, or two rows of which the lower refines the upper.</summary>
internal sealed class RosterHeader
{
    static readonly string[] ForeignMoney = ["美元", "欧元", "港元", "港币", "日元", "英镑", "外币", "USD"];

    readonly ImportSchema _schema;
    readonly Dictionary<string, string> _keys;
    readonly Dictionary<string, (int Column, HeaderTitle Title)> _found = new(StringComparer.Ordinal);
    readonly List<string> _titles = [];

    RosterHeader(ImportSchema schema, Dictionary<string, string> keys, SheetRow upper, SheetRow? lower)
    {
        _schema = schema;
        _keys = keys;
        LastRow = (lower ?? upper).Number;
        var width = Math.Max(upper.Cells.Count, lower?.Cells.Count ?? 0);
        for (var column = 0; column < width; column++)
        {
            var text = lower is null || lower[column].IsEmpty ? upper[column].Text : lower[column].Text;
            if (lower is not null && Match(text) is null && Match(upper[column].Text) is not null)
                text = upper[column].Text;
            _titles.Add(ImportText.Shorten(text));
            if (Match(text) is not { } match)
                continue;
            // of 2023年营业收入 and 2024年营业收入 the later is meant
            if (!_found.TryGetValue(match.Key, out var earlier) || match.Title.Year > earlier.Title.Year)
                _found[match.Key] = (column, match.Title);
        }
    }

    public int LastRow { get; private set; }

    public int Score => _found.Count;

    /// <summary>Enough of a header not to be a sentence that happens to name a column.</summary>
    public bool IsHeader => Score >= 2 || (Score == 1 && TitlesFound.Count() == 1);

    public IEnumerable<string> TitlesFound => _titles.Where(title => title.Length > 0);

    public IEnumerable<string> MissingTitles => _schema.Columns.Where(column => column.Required && !_found.ContainsKey(column.Key)).Select(column => column.Title);

    /// <summary>The best header among the first rows of a sheet, or null.</summary>
    public static RosterHeader? Best(ImportSchema schema, IReadOnlyList<SheetRow> rows, out IReadOnlyList<RosterColumn> columns)
    {
        var keys = KeysByName(schema);
        RosterHeader? best = null;
        var bestAt = 0;
        var spansTwo = false;
        for (var i = 0; i < rows.Count; i++)
        {
            Offer(new RosterHeader(schema, keys, rows[i], null), i, pair: false);
            if (i + 1 < rows.Count && rows[i + 1].Number == rows[i].Number + 1)
                Offer(new RosterHeader(schema, keys, rows[i], rows[i + 1]), i, pair: true);
        }
        columns = best?.ToColumns(rows, bestAt, spansTwo) ?? [];
        return best;

        void Offer(RosterHeader candidate, int at, bool pair)
        {
            if (candidate.IsHeader && candidate.Score > (best?.Score ?? 0))
                (best, bestAt, spansTwo) = (candidate, at, pair);
        }
    }

    List<RosterColumn> ToColumns(IReadOnlyList<SheetRow> rows, int at, bool spansTwo)
    {
        var meanings = _found.ToDictionary(found => found.Value.Column, found => (Column: _schema[found.Key], found.Value.Title));
        var below = rows.ElementAtOrDefault(at + (spansTwo ? 2 : 1));
        var isUnitRow = below is not null && IsUnitRow(below);
        if (isUnitRow)
            LastRow = below!.Number;
        var tableUnit = rows.Take(at).SelectMany(row => row.Cells).Select(cell => HeaderTitle.TableUnit(cell.Text)).FirstOrDefault(unit => unit is not null);
        var columns = new List<RosterColumn>();
        for (var i = 0; i < _titles.Count; i++)
        {
            if (!meanings.TryGetValue(i, out var meaning))
            {
                columns.Add(new RosterColumn(i, _titles[i], null));
                continue;
            }
            string?[] inherited =
            [
                isUnitRow ? BareUnit(below![i].Text) : null,
                spansTwo ? HeaderTitle.Parse(GroupOf(rows[at], i)).Unit : at > 0 ? HeaderTitle.Parse(rows[at - 1][i].Text).Unit : null,
                tableUnit,
            ];
            columns.Add(WithUnit(i, meaning.Column, meaning.Title.Unit, inherited));
        }
        return columns;
    }

    RosterColumn WithUnit(int index, ImportColumn meaning, string? ownUnit, string?[] inherited)
    {
        var title = _titles[index];
        if (meaning.Unit is not { } wanted)
            return new RosterColumn(index, title, meaning, ownUnit);
        if (Units.IsMoney(wanted) && ForeignMoney.Any(money => title.Contains(money, StringComparison.OrdinalIgnoreCase)))
            throw new SpreadsheetException($"列“{title}”的单位不是人民币，请换算成{wanted}后重新上传。");
        if (ownUnit is not null)
            return Units.Factor(ownUnit, wanted) is { } own
                ? new RosterColumn(index, title, meaning, ownUnit, own)
                : throw new SpreadsheetException($"列“{title}”的单位应为{wanted}，请更正后重新上传。");
        // what stands above a column may concern its neighbours only: 单位：万元 says nothing about 从业人员
        foreach (var unit in inherited)
            if (unit is not null && Units.Factor(unit, wanted) is { } factor)
                return new RosterColumn(index, title, meaning, unit, factor);
        return new RosterColumn(index, title, meaning);
    }

    static string GroupOf(SheetRow row, int column)
    {
        while (column > 0 && row[column].IsEmpty)
            column--;
        return row[column].Text;
    }

    /// <summary>A row under the header that holds nothing but units: (万元), 人.</summary>
    static bool IsUnitRow(SheetRow row)
    {
        var own = row.Cells.Where(cell => !cell.IsEmpty && !cell.Has(CellMarks.MergedCopy)).ToList();
        return own.Count > 0 && own.TrueForAll(cell => BareUnit(cell.Text) is not null);
    }

    static string? BareUnit(string text)
    {
        if (text.Length > 10)
            return null;
        var bare = ImportText.ToHalfWidth(ImportText.Clean(text)).Trim('(', ')', '[', ']');
        return Units.IsKnown(bare) ? bare : null;
    }

    (string Key, HeaderTitle Title)? Match(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var title = HeaderTitle.Parse(text);
        return _keys.TryGetValue(title.Name, out var key) ? (key, title) : null;
    }

    /// <summary>Every name of every column, as it stands and without unit or brackets.</summary>
    static Dictionary<string, string> KeysByName(ImportSchema schema)
    {
        var keys = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in schema.Columns)
            foreach (var name in column.Aliases.Prepend(column.Title))
            {
                keys.TryAdd(HeaderTitle.Parse(name).Name, column.Key);
                keys.TryAdd(name, column.Key);
            }
        return keys;
    }
}

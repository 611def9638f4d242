using System.Globalization;
using System.Text.RegularExpressions;
using LianMeng.Shared.Spreadsheets;

namespace LianMeng.Shared.Imports;

/// <summary>
/// One row of a roster. Values are asked for by key; null means that there is none. What cannot be taken is null as well and adds a
/// <see cref="Rejection"/>, so a caller reads all columns and then looks at <see cref="IsRejected"/>. Asking twice rejects once.
/// </summary>
public sealed partial class ImportRow
{
    const int FirstYear = 1990;
    const int LastYear = 2100;
    const decimal LargestNumber = 1_000_000_000_000_000_000m;

    static readonly HashSet<string> ErrorValues = new(StringComparer.OrdinalIgnoreCase) { "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!" };

    readonly RosterTable _table;
    readonly SheetRow _row;
    readonly List<Rejection> _rejections = [];
    readonly HashSet<int> _rejectedColumns = [];

    internal ImportRow(RosterTable table, SheetRow row)
    {
        _table = table;
        _row = row;
        foreach (var column in table.Columns)
            if (column.Meaning is { Required: true } meaning && (row[column.Index].IsEmpty || ImportText.MeansNothing(ImportText.Clean(row[column.Index].Text))))
                Reject(meaning.Key, "必填，不能为空。");
    }

    /// <summary>As Excel numbers it.</summary>
    public int RowNumber => _row.Number;

    public IReadOnlyList<Rejection> Rejections => _rejections;

    public bool IsRejected => _rejections.Count > 0;

    internal IReadOnlySet<int> RejectedColumns => _rejectedColumns;

    internal Cell CellOf(RosterColumn column) => _row[column.Index];

    /// <summary>Whether the file has the column at all: an absent column leaves what is stored as it is, an empty cell may clear it.</summary>
    public bool Has(string key) => _table.Find(key) is not null;

    /// <summary>The cell as it stands in the file, for messages of the caller's own rules.</summary>
    public string Raw(string key) => _table.Find(key) is { } column ? _row[column.Index].Raw : "";

    /// <summary>Whether the row is refused because of this column already: one cause is enough.</summary>
    public bool IsRejectedFor(string key) => _rejections.Exists(rejection => rejection.Column == TitleOf(key));

    /// <summary>Refuses the row because of a column, also for rules of the caller's own.</summary>
    public void Reject(string key, string reason)
    {
        var column = _table.Find(key);
        var title = TitleOf(key);
        if (_rejections.Exists(rejection => rejection.Column == title && rejection.Reason == reason))
            return;
        if (column is not null)
            _rejectedColumns.Add(column.Index);
        _rejections.Add(new Rejection(RowNumber, title, column is null ? "" : ImportText.Shorten(_row[column.Index].Raw), reason));
    }

    /// <summary>One line of text. A number that Excel has turned into 9.15E+17 is rejected with that cause named.</summary>
    public string? Text(string key)
    {
        if (!TryGet(key, out var column, out var cell) || RejectLostDigits(key, cell))
            return null;
        var text = ImportText.Clean(cell.Text);
        if (text.Length == 0 || ImportText.MeansNothing(text))
            return null;
        if (text.Length <= column.Meaning!.MaxLength)
            return text;
        Reject(key, $"内容有 {text.Length} 个字符，超过上限 {column.Meaning.MaxLength} 个，请缩短。");
        return null;
    }

    /// <summary>A number in the schema's unit: 1,234.5 · ￥300 · 1.2亿元 · 3000万, with the unit of the header where the cell has none.</summary>
    public decimal? Decimal(string key) => Number(key, anyUnit: false, out _);

    /// <summary>A number of a column that takes any unit: 200 · 200吨 · 3万 · 1.5万吨/月. The unit is the one behind the number, else that of the header, else null.</summary>
    public decimal? Quantity(string key, out string? unit) => Number(key, anyUnit: true, out unit);

    decimal? Number(string key, bool anyUnit, out string? unit)
    {
        unit = null;
        if (!TryGet(key, out var column, out var cell))
            return null;
        unit = column.Unit;
        if (cell.Kind is CellKind.Date or CellKind.Boolean)
            return No<decimal>(key, "应为数字，但单元格是日期或逻辑值；请把单元格格式改为“常规”后重新填写。");
        if (cell.IsNumber)
            return decimal.TryParse(cell.Has(CellMarks.LostDigits) ? cell.Raw : cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var stored)
                ? Scale(key, stored, column.Factor)
                : No<decimal>(key, "数值过大，请核对单位。");
        var text = Compact(cell.Text);
        if (text.Length == 0 || ImportText.MeansNothing(text))
            return null;
        if (RejectLostDigits(key, cell))
            return null;
        var match = text.Length <= 100 ? NumberInText().Match(text) : Match.Empty;
        if (!match.Success || !decimal.TryParse(match.Groups["number"].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            return No<decimal>(key, $"“{ImportText.Shorten(text, 30)}”不是确定的数值，请只填一个数字，例如 500。");
        var suffix = match.Groups["unit"].Value;
        if (suffix.Length == 0)
            return Scale(key, number, column.Factor);
        var wanted = column.Meaning!.Unit;
        if (!anyUnit)
            return Units.CellFactor(suffix, wanted) is { } factor
                ? Scale(key, number, factor)
                : No<decimal>(key, $"“{ImportText.Shorten(text, 30)}”的单位“{ImportText.Shorten(suffix, 10)}”不能换算{(wanted is null ? "" : $"成{wanted}")}，请只填数字。");
        // 3万 of 吨 is a number alone; 3万吨 says its unit itself
        if (Units.CellFactor(suffix, null) is { } multiplier)
            return Scale(key, number, multiplier);
        unit = suffix;
        return Scale(key, number, 1m);
    }

    /// <summary>A whole number, read like <see cref="Decimal"/>.</summary>
    public long? Integer(string key)
    {
        if (Decimal(key) is not { } number)
            return null;
        return number == decimal.Truncate(number) ? (long)number : No<long>(key, $"应为整数，而不是 {ImportText.Format(number)}。");
    }

    /// <summary>Items separated by ; ； 、 , ， or line ends outside brackets. Null if the file lacks the column, empty if the cell is empty or was rejected.</summary>
    public IReadOnlyList<string>? List(string key)
    {
        if (!Has(key))
            return null;
        if (!TryGet(key, out var column, out var cell) || RejectLostDigits(key, cell))
            return [];
        var items = ImportText.Split(ImportText.Clean(cell.Text, keepLines: true));
        if (items is [var only] && ImportText.MeansNothing(only))
            return [];
        var meaning = column.Meaning!;
        if (items.Count > meaning.MaxItems)
            Reject(key, $"列了 {items.Count} 项，超过上限 {meaning.MaxItems} 项，请删减。");
        else if (items.FirstOrDefault(item => item.Length > meaning.MaxLength) is { } tooLong)
            Reject(key, $"其中一项有 {tooLong.Length} 个字符，超过上限 {meaning.MaxLength} 个；各项之间请用“；”或“、”分隔。");
        else
            return items;
        return [];
    }

    /// <summary>A year from 1990 to 2100: 2025, 2025年, 2025-12-31.</summary>
    public int? Year(string key)
    {
        if (!TryGet(key, out _, out var cell))
            return null;
        var text = Compact(cell.Text);
        if (text.Length == 0 || ImportText.MeansNothing(text))
            return null;
        // 2025 in a cell formatted as a date shows as 1905-07-17
        foreach (var candidate in cell.Kind == CellKind.Date ? [text, cell.Raw] : new[] { text })
            if (candidate.Length <= 30 && YearInText().Match(candidate) is { Success: true } match
                && int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) is >= FirstYear and <= LastYear and var year)
                return year;
        return No<int>(key, $"应为 {FirstYear}–{LastYear} 之间的年份，例如 2025。");
    }

    /// <summary>A day: a date cell, 2026-12-31, 2026年12月31日, 2026.12.31, 2026/12/31, 20261231; a time of day behind it is dropped.</summary>
    public DateOnly? Date(string key)
    {
        if (!TryGet(key, out _, out var cell))
            return null;
        var text = ImportText.ToHalfWidth(ImportText.Clean(cell.Text));
        if (text.Length == 0 || ImportText.MeansNothing(text))
            return null;
        var match = text.Length <= 40 ? DateInText().Match(text) : Match.Empty;
        if (match.Success && DateOnly.TryParseExact($"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        // 46387 is what is left of a date whose cell lost its format
        var lost = cell.IsNumber && text.Length == 5 ? "它可能是丢了日期格式的单元格，请把单元格格式改为“日期”。" : "";
        return No<DateOnly>(key, $"应为确定的日期，例如 2026-12-31；现为“{ImportText.Shorten(text, 20)}”。{lost}");
    }

    /// <summary>Telephone numbers in one form: 13800138000 · 023-45671234 · 023-45671234-801 · 4001234567; several are joined by 、.</summary>
    public string? Phone(string key)
    {
        if (!TryGet(key, out _, out var cell) || RejectLostDigits(key, cell))
            return null;
        var text = ImportText.ToHalfWidth(ImportText.Clean(cell.Text, keepLines: true));
        if (text.Length == 0 || ImportText.MeansNothing(text))
            return null;
        var numbers = new List<string>();
        foreach (var part in text.Split(['/', ';', '、', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (PhoneNumber.Normalise(part) is not { } number)
            {
                Reject(key, ImportText.NoTelephone(part));
                return null;
            }
            if (!numbers.Contains(number, StringComparer.Ordinal))
                numbers.Add(number);
        }
        return numbers.Count == 0 ? null : string.Join('、', numbers);
    }

    string TitleOf(string key) => _table.Find(key)?.Title ?? _table.Schema[key].Title;

    bool TryGet(string key, out RosterColumn column, out Cell cell)
    {
        cell = Cell.Empty;
        column = _table.Find(key)!;
        if (column is null)
        {
            _ = _table.Schema[key];
            return false;
        }
        cell = _row[column.Index];
        var problem = Problem(cell);
        if (problem is not null)
            Reject(key, problem);
        return problem is null && !cell.IsEmpty;
    }

    static string? Problem(Cell cell)
    {
        if (cell.Has(CellMarks.FormulaWithoutValue))
            return "单元格是公式，文件里没有它的计算结果；请在 Excel 中复制后“选择性粘贴→数值”。";
        if (cell.Kind == CellKind.Error || ErrorValues.Contains(cell.Text))
            return $"单元格是 Excel 错误值 {ImportText.Shorten(cell.Text, 20)}，请改为实际内容。";
        if (cell.Has(CellMarks.TooLong))
            return $"内容超过 {cell.Text.Length} 个字符，请缩短。";
        return ImportText.IsDamaged(cell.Text) ? "内容含有损坏的字符（乱码），请重新填写。" : null;
    }

    bool RejectLostDigits(string key, Cell cell)
    {
        if (!cell.Has(CellMarks.LostDigits))
            return false;
        Reject(key, $"Excel 把这个号码当成了数字（显示为 {Scientific(cell.Raw)}），末几位已经丢失；请把该列设为“文本”格式后重新填写完整号码。");
        return true;
    }

    static string Scientific(string raw) =>
        double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.00E+00", CultureInfo.InvariantCulture) : raw;

    decimal? Scale(string key, decimal number, decimal factor) =>
        Math.Abs(number) < LargestNumber && Math.Abs(number * factor) < LargestNumber ? number * factor : No<decimal>(key, "数值过大，请核对单位。");

    T? No<T>(string key, string reason) where T : struct
    {
        Reject(key, reason);
        return null;
    }

    static string Compact(string text) => ImportText.ToHalfWidth(ImportText.Clean(text)).Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^(人民币|RMB|CNY)?[¥￥]?(?<number>[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?)(?<unit>[^\d.,+-]*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NumberInText();

    [GeneratedRegex(@"^(?<year>\d{4})(年?度?|年\d{1,2}月(\d{1,2}日)?|[-./]\d{1,2}([-./]\d{1,2})?.*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearInText();

    [GeneratedRegex(@"^(?<year>\d{4}) ?[-./年] ?(?<month>\d{1,2}) ?[-./月] ?(?<day>\d{1,2}) ?([日号] ?|[ T]|$)(\d{1,2}:\d{2}(:\d{2})?)?$|^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DateInText();
}

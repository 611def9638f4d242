using System.IO.Compression;

namespace LianMeng.Shared.Spreadsheets;

/// <summary>
/// First pass over a sheet: counts, collects the merged ranges, which stand behind the rows they concern, and sees where the content ends:
/// a million empty rows behind it are walked once and never again.
/// A damaged or oversized sheet is refused here and not after half of it has been handed out.
/// </summary>
internal static class XlsxSheetScan
{
    const int MostMerges = 100_000;

    /// <returns>the merged ranges, and the last row that has any content, by its place among the row elements (from 1)</returns>
    public static (List<MergedRange> Merges, int LastRow) Run(ZipArchiveEntry part, string sheet, SpreadsheetLimits limits)
    {
        var merges = new List<MergedRange>();
        var (rows, place, last) = (0, 0, 0);
        var rowCounted = true;
        var column = -1;
        using var xml = new SafeXml(part);
        while (xml.Read())
        {
            if (!xml.IsStart)
                continue;
            switch (xml.Name)
            {
                case "row":
                    place++;
                    rowCounted = false;
                    column = -1;
                    break;
                case "c":
                    column = xml["r"] is { } reference ? CellRef.Column(reference) : column + 1;
                    break;
                case "v" or "t" or "f" when !rowCounted || column >= limits.MaxColumns:
                    if (column >= limits.MaxColumns)
                        throw new SpreadsheetException($"工作表“{sheet}”超过 {limits.MaxColumns} 列，请删除名单以外的列。");
                    rowCounted = true;
                    last = place;
                    if (++rows > limits.MaxRows + limits.FormRows)
                        throw new SpreadsheetException($"工作表“{sheet}”超过 {limits.MaxRows:N0} 行，请拆成几个文件分别上传。");
                    break;
                case "mergeCell":
                    if (MergedRange.Parse(xml["ref"]) is { } range)
                        merges.Add(range);
                    if (merges.Count > MostMerges)
                        throw new SpreadsheetException($"工作表“{sheet}”的合并单元格过多，请取消合并后再上传。");
                    break;
            }
        }
        merges.Sort((a, b) => a.FirstRow.CompareTo(b.FirstRow));
        return (merges, last);
    }
}

using System.Text.RegularExpressions;
using LianMeng.Shared.Spreadsheets;

namespace LianMeng.Shared.Imports;

/// <summary>Rows that belong to the form and not to the list: totals, signatures, remarks.</summary>
internal static partial class RosterFooter
{
    const int LongestFooter = 500;

    /// <param name="row">A row below the header.</param>
    /// <param name="name">What it has in the first required column.</param>
    public static bool IsFooter(SheetRow row, string? name)
    {
        var hasName = !string.IsNullOrWhiteSpace(name);
        if (hasName && (Total().IsMatch(Compact(name!)) || Signature().IsMatch(Compact(name!))))
            return true;
        foreach (var cell in row.Cells)
        {
            if (cell.IsEmpty || cell.Has(CellMarks.MergedCopy))
                continue;
            var first = Compact(cell.Text);
            return Total().IsMatch(first) || Signature().IsMatch(first) || (!hasName && Subtotal().IsMatch(first));
        }
        return false;
    }

    static string Compact(string text) =>
        text.Length > LongestFooter ? "" : ImportText.ToHalfWidth(ImportText.Clean(text)).Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^(本页)?(合计|总计|小计|共计|累计)(:.*|\(.*\)|[\d.,]+(家|户|个)?)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Total();

    [GeneratedRegex(@"(合计|总计|小计)$|^(备注|说明|注|填表人|填报人|制表人|审核人)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Subtotal();

    // with a colon: a firm may be called 备注… but not 备注：…
    [GeneratedRegex(@"^(备注|说明|注|填表人|填报人|制表人|审核人|审批人|经办人|负责人|单位负责人|分管领导|联系人|联系电话|填表日期|填报日期|制表日期|填表单位|填报单位|制表单位)(\([^()]*\))?:", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Signature();
}

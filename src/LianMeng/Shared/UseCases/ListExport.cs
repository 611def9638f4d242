using System.ComponentModel.DataAnnotations;
using System.Reflection;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Spreadsheets;
using LianMeng.Shared.Ui;

namespace LianMeng.Shared.UseCases;

/// <summary>A list as an Excel sheet: the row's properties that have a Chinese display name, in their order.</summary>
public static class ListExport
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static Task WriteAsync<TRow>(Stream output, string title, IReadOnlyList<TRow> rows, CancellationToken cancellation)
    {
        var properties = typeof(TRow).GetProperties().Where(p => p.GetCustomAttribute<DisplayAttribute>() is not null).ToList();
        var columns = properties.Select(p => new SheetColumn(InputValidator.DisplayName(p), WidthOf(p), KindOf(p))).ToList();
        return SpreadsheetWriter.WriteXlsxAsync(output, new SheetSpec(title, columns), rows.Select(r => properties.Select(p => ValueOf(p.GetValue(r))).ToArray()), cancellation);
    }

    /// <summary>Choices as people read them.</summary>
    public static string Words(Enum value) => value switch
    {
        SizeClass size => size.ToChinese(),
        _ => value.GetType().GetField(value.ToString())?.GetCustomAttribute<DisplayAttribute>()?.Name ?? value.ToString(),
    };

    private static object? ValueOf(object? value) => value switch
    {
        Enum choice => Words(choice),
        bool yes => yes ? "是" : "否",
        DateTime instant => ChinaTime.Local(instant),
        _ => value,
    };

    private static SheetColumnKind KindOf(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type == typeof(int) || type == typeof(decimal) || type == typeof(long) ? SheetColumnKind.Number
            : type == typeof(DateTime) ? SheetColumnKind.DateTime
            : SheetColumnKind.Text;
    }

    private static double WidthOf(PropertyInfo property) => property.PropertyType == typeof(string) ? 24 : 14;
}

namespace LianMeng.Shared.Spreadsheets;

/// <summary>One column to write.</summary>
/// <param name="Title">The header cell.</param>
/// <param name="Width">In characters of the default font; a Chinese character takes two.</param>
/// <param name="Kind">How its cells are stored.</param>
/// <param name="Choices">Offered as a drop-down list.</param>
/// <param name="Note">How to fill it in; goes to the sheet 填写说明.</param>
/// <param name="OnlyChoices">Excel refuses anything not in <paramref name="Choices"/>; false for columns that take several of them.</param>
public sealed record SheetColumn(
    string Title,
    double Width = 16,
    SheetColumnKind Kind = SheetColumnKind.Text,
    IReadOnlyList<string>? Choices = null,
    string? Note = null,
    bool OnlyChoices = true);

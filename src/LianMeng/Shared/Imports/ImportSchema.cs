using LianMeng.Shared.Spreadsheets;

namespace LianMeng.Shared.Imports;

/// <summary>What a roster of one kind looks like.</summary>
/// <param name="Name">For people: 企业名单.</param>
/// <param name="TemplateHint">Where the template is to be had; ends the message about missing columns.</param>
/// <param name="Columns">In the order of the template.</param>
public sealed record ImportSchema(string Name, string TemplateHint, IReadOnlyList<ImportColumn> Columns)
{
    public ImportColumn this[string key] =>
        Columns.FirstOrDefault(column => column.Key == key) ?? throw new ArgumentException($"The schema has no column {key}.", nameof(key));

    /// <summary>The empty template, to be written with no rows or with an example.</summary>
    public SheetSpec ToTemplate(IReadOnlyList<string>? instructions = null) => new(Name, [.. Columns.Select(ToTemplateColumn)], instructions);

    static SheetColumn ToTemplateColumn(ImportColumn column) => new(
        column.TemplateTitle,
        column.Width,
        column.Kind switch { ImportColumnKind.Number => SheetColumnKind.Number, ImportColumnKind.Date => SheetColumnKind.Date, _ => SheetColumnKind.Text },
        column.Choices,
        column.Note ?? (column.Required ? "必填。" : "选填。"),
        OnlyChoices: column.Kind != ImportColumnKind.List);
}

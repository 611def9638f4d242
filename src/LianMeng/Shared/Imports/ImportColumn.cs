namespace LianMeng.Shared.Imports;

/// <summary>A column that an import understands.</summary>
/// <param name="Key">How the code asks for it.</param>
/// <param name="Title">The header in the template, without unit.</param>
public sealed record ImportColumn(string Key, string Title)
{
    /// <summary>Other headers people use, without unit.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The file must have the column and every row a value in it.</summary>
    public bool Required { get; init; }

    public ImportColumnKind Kind { get; init; } = ImportColumnKind.Text;

    /// <summary>The unit that values are handed out in (万元, 元, 人). Headers and cells in a related unit are converted.</summary>
    public string? Unit { get; init; }

    /// <summary>Characters of the value; of each item for lists.</summary>
    public int MaxLength { get; init; } = 500;

    /// <summary>Items of a list.</summary>
    public int MaxItems { get; init; } = 100;

    /// <summary>Drop-down list in the template.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>How to fill it in; goes to the template's sheet 填写说明.</summary>
    public string? Note { get; init; }

    /// <summary>The file of returned rows has this column even where the sent file had not: it is where a person answers.</summary>
    public bool OnReturn { get; init; }

    /// <summary>Width in the template, in characters.</summary>
    public double Width { get; init; } = 16;

    /// <summary>The header as the template has it: with unit, and a star where required.</summary>
    public string TemplateTitle => Title + (Unit is null ? "" : $"（{Unit}）") + (Required ? "*" : "");
}

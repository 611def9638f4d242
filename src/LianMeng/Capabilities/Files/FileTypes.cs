namespace LianMeng.Capabilities.Files;

/// <summary>What follows from a type: how it is sent, how it may end, how it is drawn.</summary>
public static class FileTypes
{
    /// <param name="MediaType">RFC 6838; texts with their charset</param>
    /// <param name="Endings">of file names, the usual one first</param>
    private sealed record Traits(FileKind Kind, string MediaType, string IconName, params string[] Endings);

    private static readonly Dictionary<FileType, Traits> All = new()
    {
        [FileType.Jpeg] = new(FileKind.Picture, "image/jpeg", "photo", ".jpg", ".jpeg"),
        [FileType.Png] = new(FileKind.Picture, "image/png", "photo", ".png"),
        [FileType.WebP] = new(FileKind.Picture, "image/webp", "photo", ".webp"),
        [FileType.Gif] = new(FileKind.Picture, "image/gif", "photo", ".gif"),
        [FileType.Pdf] = new(FileKind.Fixed, "application/pdf", "file-text", ".pdf"),
        [FileType.Ofd] = new(FileKind.Fixed, "application/ofd", "file-text", ".ofd"),
        [FileType.Docx] = new(FileKind.Document, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "file-text", ".docx"),
        [FileType.Xlsx] = new(FileKind.Sheet, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "file-spreadsheet", ".xlsx"),
        [FileType.Pptx] = new(FileKind.Slides, "application/vnd.openxmlformats-officedocument.presentationml.presentation", "presentation", ".pptx"),
        [FileType.Doc] = new(FileKind.Document, "application/msword", "file-text", ".doc", ".wps"),
        [FileType.Xls] = new(FileKind.Sheet, "application/vnd.ms-excel", "file-spreadsheet", ".xls", ".et"),
        [FileType.Ppt] = new(FileKind.Slides, "application/vnd.ms-powerpoint", "presentation", ".ppt", ".dps"),
        [FileType.Text] = new(FileKind.Document, "text/plain; charset=utf-8", "file-text", ".txt"),
        [FileType.TextGb] = new(FileKind.Document, "text/plain; charset=gb18030", "file-text", ".txt"),
        [FileType.Csv] = new(FileKind.Sheet, "text/csv; charset=utf-8", "file-spreadsheet", ".csv"),
        [FileType.CsvGb] = new(FileKind.Sheet, "text/csv; charset=gb18030", "file-spreadsheet", ".csv"),
    };

    /// <summary>What a person may choose in the file dialog.</summary>
    public static string Accepted { get; } = string.Join(',', All.Values.SelectMany(t => t.Endings).Distinct(StringComparer.Ordinal)) + ",image/*";

    public static string MediaTypeOf(FileType type) => All[type].MediaType;

    public static string IconOf(FileType type) => All[type].IconName;

    public static FileKind KindOf(FileType type) => All[type].Kind;

    public static IReadOnlyList<FileType> Of(FileKind kind) => [.. All.Where(t => t.Value.Kind == kind).Select(t => t.Key)];

    /// <summary>May a browser draw it within its window? Only what cannot run anything.</summary>
    public static bool MayBeInline(FileType type) => KindOf(type) == FileKind.Picture || type == FileType.Pdf;

    /// <summary>The endings that fit the type; the first is put behind a name that has none of them.</summary>
    public static IReadOnlyList<string> EndingsOf(FileType type) => All[type].Endings;
}

using System.Runtime.CompilerServices;

namespace LianMeng.Shared.Imports;

/// <summary>One kind of import: what it is called, its columns, and where its pages and files are.</summary>
/// <param name="Key">How addresses and the console name it: enterprises.</param>
/// <param name="Schema">Its columns; its name is the kind's.</param>
public sealed record ImportKind(string Key, ImportSchema Schema)
{
    /// <summary>For people: 企业名册.</summary>
    public string Name => Schema.Name;

    /// <summary>The word that counts what comes of a row: 家, 条.</summary>
    public required string Unit { get; init; }

    /// <summary>Title of the column that names what comes of a row: 企业.</summary>
    public required string LineTitle { get; init; }

    /// <summary>The page that lists what is imported.</summary>
    public required string ListHref { get; init; }

    /// <summary>The page that takes files; a result has its address below it, by its operation.</summary>
    public required string PageHref { get; init; }

    /// <summary>A row may change what is there already, not only add to it.</summary>
    public bool Updates { get; init; } = true;

    /// <summary>What rows are that add and change nothing: 无变化.</summary>
    public string SameWord { get; init; } = "无变化";

    /// <summary>Lines at the top of the template's 填写说明.</summary>
    public IReadOnlyList<string> Instructions { get; init; } = [];

    public string TemplateHref => $"/api/templates/{Key}.xlsx";

    public string UploadHref => $"/api/imports/{Key}";

    public string RejectedHref(string fileHash, string fileName) => $"{UploadHref}/{fileHash}/rejected.xlsx?name={Uri.EscapeDataString(fileName)}";

    public string ResultHref(Guid operationId) => $"{PageHref}/{operationId}";

    /// <summary>The kind of an import without building it: <see cref="ImportCommand.Kind"/> must not depend on the instance.</summary>
    public static ImportKind Of(Type import) => ((ImportCommand)RuntimeHelpers.GetUninitializedObject(import)).Kind;
}

using System.Text.Json;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Files;

/// <summary>An atlas as JSON: the same stages, nodes and links as <c>/api/atlases/{id}</c> answers, so that one may be sent back.</summary>
internal static class AtlasJson
{
    private sealed class Document
    {
        public List<AtlasStage?>? Stages { get; set; }
        public List<Node?>? Nodes { get; set; }
        public List<AtlasLink?>? Links { get; set; }
    }

    /// <summary>As <see cref="AtlasNode"/>, with everything optional that a stranger may leave out.</summary>
    private sealed record Node(
        string? Key, string? Name, IReadOnlyList<string?>? Aliases, ProductKind? Kind, string? Stage, string? Unit, string? TaxCode, decimal? ReferencePrice, string? Source, DateOnly? AsOf);

    public static Task WriteAsync(Stream output, AtlasContent content, CancellationToken cancellation)
        => JsonSerializer.SerializeAsync(output, content, Json.Options, cancellation);

    /// <exception cref="AtlasFileException">no JSON, or of another shape</exception>
    public static AtlasContent Read(Stream file)
    {
        Document document;
        try
        {
            document = JsonSerializer.Deserialize<Document>(file, Json.Options) ?? new();
        }
        catch (JsonException e)
        {
            throw new AtlasFileException($"JSON 读不出来：第 {(e.LineNumber ?? 0) + 1} 行{(e.Path is { Length: > 1 } path ? $"（{path}）" : "")}的内容或格式不对。应有 stages、nodes、links 三项，可先导出一份对照。", e);
        }

        var draft = new AtlasDraft();
        foreach (var stage in document.Stages ?? []) if (stage is not null) draft.Stage(stage.Key, stage.Title);
        foreach (var node in document.Nodes ?? [])
        {
            if (node is null) continue;
            draft.Node(new() { Key = node.Key ?? "", Name = node.Name ?? "", Aliases = [.. (node.Aliases ?? []).OfType<string>()], Kind = node.Kind ?? ProductKind.Product, Stage = node.Stage, Unit = node.Unit, TaxCode = node.TaxCode, ReferencePrice = node.ReferencePrice, Source = node.Source, AsOf = node.AsOf });
        }

        foreach (var link in document.Links ?? []) if (link is not null) draft.Link(link);
        return draft.Content;
    }
}

using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Files;

/// <summary>The endpoints that carry an atlas as a file: out as Excel, JSON or GraphML, and in from the same.</summary>
internal static class AtlasFileEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Export(routes, "xlsx", "Excel", ListExport.ContentType, AtlasTables.WriteAsync);
        Export(routes, "json", "JSON", "application/json; charset=utf-8", AtlasJson.WriteAsync);
        Export(routes, "graphml", "GraphML（Gephi、yEd）", "application/graphml+xml; charset=utf-8", AtlasGraphMl.WriteAsync);

        routes.MapPost("/api/imports/atlas", ImportAsync).DisableAntiforgery().WithTags("Atlases").WithName(nameof(ImportAtlas)).WithSummary("导入图谱（multipart：file；commit=true 时保存；id 为已有图谱，或 chain 和 title 建立新图谱；product 和 hops 只取一部分）")
            .WithMetadata(new UseCaseMetadata(typeof(ImportAtlas)), new QueryInput(typeof(ImportQuery))).Accepts<UploadedFile>("multipart/form-data").Produces<ImportAtlas.Report>()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    public sealed class ImportQuery
    {
        public Guid? Id { get; set; }
        public string? Chain { get; set; }
        public string? Title { get; set; }
        public string? Product { get; set; }
        public int? Hops { get; set; }
        public bool Commit { get; set; }
    }

    public sealed record UploadedFile(IFormFile File);

    private static void Export(IEndpointRouteBuilder routes, string ending, string name, string type, Func<Stream, AtlasContent, CancellationToken, Task> write)
        => routes.MapGet($"/api/atlases/{{id}}/export.{ending}", async (HttpContext http, string id, ShowContent show, Actor actor, CancellationToken cancellation) =>
        {
            var (input, errors) = InputBinder.Bind<ShowContent.Input>(http.Request.Query.Append(KeyValuePair.Create("id", new Microsoft.Extensions.Primitives.StringValues(id))));
            var outcome = errors.ContainsKey("id") ? Outcome<ShowContent.View>.NotFound() : errors.Count > 0 ? Outcome<ShowContent.View>.Invalid(errors) : await show.RunAsync(input, cancellation);
            return outcome.IsDone
                ? Results.Stream(stream => write(stream, outcome.Value!.Content, cancellation), type, $"{outcome.Value!.Title}（{outcome.Value.IssueWords}）.{ending}")
                : Problems.Of(outcome, actor.IsSignedIn);
        }).WithTags("Atlases").WithSummary($"图谱，导出 {name}").WithMetadata(new UseCaseMetadata(typeof(ShowContent)), new QueryInput(typeof(ShowContent.Input)))
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> ImportAsync(HttpContext http, ImportAtlas import, FileStore storage, Actor actor, CancellationToken cancellation)
    {
        // Who may is asked before what is sent is read.
        if (!import.Access.Allows(actor)) return Problems.Of(await import.RunAsync(new(), cancellation: cancellation), actor.IsSignedIn);
        var (query, errors) = InputBinder.Bind<ImportQuery>(http.Request.Query);
        if (errors.Count > 0) return Problems.Of(422, "参数不对", errors);
        if (!http.Request.HasFormContentType) return Problems.Of(StatusCodes.Status415UnsupportedMediaType, "请以 multipart/form-data 上传，文件放在字段 file。");
        var form = await http.Request.ReadFormAsync(cancellation);
        var kept = await AtlasUpload.KeepAsync(form.Files.GetFile("file"), actor.WriteDistrict, import, storage, cancellation);
        if (kept.Wait is { } wait) return Problems.Of(Outcome<string>.TooMany(kept.Problem!, wait), signedIn: true);
        if (kept.Problem is { } problem) return Problems.Of(422, "有内容需要修改", new Dictionary<string, string[]> { ["file"] = [problem] });
        var outcome = await import.RunAsync(new()
        {
            Id = query.Id, Chain = query.Chain, Title = query.Title, Product = query.Product, Hops = query.Hops, Commit = query.Commit, FileHash = kept.Hash, FileName = kept.FileName,
        }, http.Request.Headers["Idempotency-Key"].FirstOrDefault(), cancellation);
        return outcome.IsDone ? Results.Ok(outcome.Value) : Problems.Of(outcome, actor.IsSignedIn);
    }
}

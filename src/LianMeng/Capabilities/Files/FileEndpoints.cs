using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.UseCases;
using Microsoft.Net.Http.Headers;

namespace LianMeng.Capabilities.Files;

/// <summary>The endpoints that carry files: one in, one out.</summary>
internal static class FileEndpoints
{
    /// <summary>A file that came from outside may run nothing, load nothing and be drawn by no other site.</summary>
    public const string Policy = "sandbox; default-src 'none'";

    public static void MapFiles(this UseCaseEndpoints api)
    {
        Describe<AttachFile>(api.Routes.MapPost("/api/files", AttachAsync).DisableAntiforgery(), "上传附件（multipart：kind、subjectId、file）")
            .Accepts<Upload>("multipart/form-data").Produces<AttachFile.Attached>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        Describe<OpenFile>(api.Routes.MapGet("/api/files/{id}/content", SendAsync), "附件的内容（支持 Range；图片和 PDF 可加 inline=true）")
            .WithMetadata(new QueryInput(typeof(OpenFile.Input))).Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound);
    }

    public sealed record Upload(string Kind, Guid SubjectId, IFormFile File);

    private static RouteHandlerBuilder Describe<TUseCase>(RouteHandlerBuilder endpoint, string summary) where TUseCase : UseCase
        => endpoint.WithName(typeof(TUseCase).Name).WithTags("Files").WithSummary(summary).WithMetadata(new UseCaseMetadata(typeof(TUseCase)))
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);

    private static async Task<IResult> AttachAsync(HttpContext http, AttachFile attach, IncomingFile incoming, Actor actor, CancellationToken cancellation)
    {
        // Who may is asked before what is sent is read.
        if (!attach.Access.Allows(actor)) return Problems.Of(await attach.RunAsync(new(), cancellation: cancellation), actor.IsSignedIn);
        if (!http.Request.HasFormContentType) return Problems.Of(StatusCodes.Status415UnsupportedMediaType, "请以 multipart/form-data 上传：kind、subjectId，文件放在字段 file。");
        var form = await http.Request.ReadFormAsync(cancellation);
        if (form.Files.GetFile("file") is not { } file) return Missing("file", "请选择要上传的文件（字段 file）。");
        if (!Guid.TryParse(form["subjectId"].LastOrDefault(), out var subjectId)) return Missing("subjectId", "请在 subjectId 写明文件属于哪条记录。");
        var outcome = await incoming.TakeAsync(form["kind"].LastOrDefault(), subjectId, file, http.Request.Headers["Idempotency-Key"].FirstOrDefault(), cancellation);
        return outcome.IsDone ? Results.Created(outcome.Value!.Location, outcome.Value) : Problems.Of(outcome, actor.IsSignedIn);
    }

    private static async Task<IResult> SendAsync(HttpContext http, string id, OpenFile open, FileStore store, Actor actor, CancellationToken cancellation)
    {
        var (input, errors) = InputBinder.Bind<OpenFile.Input>(http.Request.Query.Append(KeyValuePair.Create("id", new Microsoft.Extensions.Primitives.StringValues(id))));
        var outcome = errors.ContainsKey("id") ? Outcome<OpenFile.View>.NotFound() : errors.Count > 0 ? Outcome<OpenFile.View>.Invalid(errors) : await open.RunAsync(input, cancellation);
        if (!open.Access.Allows(actor)) outcome = Outcome<OpenFile.View>.Denied();
        if (!outcome.IsDone) return Problems.Of(outcome, actor.IsSignedIn);

        var file = outcome.Value!;
        Stream content;
        try
        {
            content = store.Open(FileArea.Files, file.DistrictId, file.Hash);
        }
        catch (Exception e) when (e is FileNotFoundException or SecretException)
        {
            return Problems.Of(StatusCodes.Status404NotFound, e is SecretException ? e.Message : "这个附件的内容丢失了，系统管理员已收到通知；请联系上传的人重新上传。");
        }

        var headers = http.Response.Headers;
        var shown = input.Inline && FileTypes.MayBeInline(file.Type);
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "private, no-store";
        return Results.Stream(content, FileTypes.MediaTypeOf(file.Type), entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""), enableRangeProcessing: true);
    }

    private static IResult Missing(string field, string message)
        => Problems.Of(StatusCodes.Status422UnprocessableEntity, "有内容需要修改", new Dictionary<string, string[]> { [field] = [message] });
}

using LianMeng.Capabilities.Operations.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Spreadsheets;
using LianMeng.Shared.UseCases;

namespace LianMeng.Shared.Imports;

/// <summary>The endpoints of an import, which carry files: template, file in, rejected rows out.</summary>
internal static class ImportEndpoints
{
    public static void Import<TImport>(this UseCaseEndpoints api) where TImport : ImportCommand
    {
        var kind = ImportKind.Of(typeof(TImport));
        Describe<TImport>(api.Routes.MapGet(kind.TemplateHref, Template<TImport>), $"{kind.Name}导入模板");

        Describe<TImport>(api.Routes.MapPost(kind.UploadHref, ImportAsync<TImport>).DisableAntiforgery(), $"导入{kind.Name}（multipart，字段 file；commit=true 时保存）")
            .WithMetadata(new QueryInput(typeof(ImportQuery)))
            .Accepts<UploadedFile>("multipart/form-data").Produces<ImportReport>().Produces(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        Describe<TImport>(api.Routes.MapGet(kind.UploadHref + "/{hash}/rejected.xlsx", RejectedAsync<TImport>), "退回的行，可修改后重新上传");
    }

    public sealed class ImportQuery
    {
        public bool Commit { get; set; }
    }

    public sealed record UploadedFile(IFormFile File);

    private static RouteHandlerBuilder Describe<TImport>(RouteHandlerBuilder endpoint, string summary)
        => endpoint.WithTags(typeof(TImport).Namespace!.Split('.')[^1]).WithSummary(summary).WithMetadata(new UseCaseMetadata(typeof(TImport)));

    private static IResult Template<TImport>(TImport import, Actor actor, CancellationToken cancellation) where TImport : ImportCommand
        => !import.Access.Allows(actor)
            ? Problems.Of(Outcome<string>.Denied(), actor.IsSignedIn)
            : Results.Stream(stream => SpreadsheetWriter.WriteXlsxAsync(stream, import.Kind.Schema.ToTemplate(import.Kind.Instructions), Array.Empty<object?[]>(), cancellation),
                ListExport.ContentType, $"{import.Kind.Name}模板.xlsx");

    private static async Task<IResult> ImportAsync<TImport>(HttpContext http, TImport import, StartOperation start, FileStore storage, Actor actor, CancellationToken cancellation)
        where TImport : ImportCommand
    {
        if (!import.Access.Allows(actor)) return Problems.Of(await import.RunAsync(new(), cancellation: cancellation), actor.IsSignedIn);
        var (query, errors) = InputBinder.Bind<ImportQuery>(http.Request.Query);
        if (errors.Count > 0) return Problems.Of(422, "参数不对", errors);
        if (!http.Request.HasFormContentType) return Problems.Of(StatusCodes.Status415UnsupportedMediaType, "请以 multipart/form-data 上传，文件放在字段 file。");
        var form = await http.Request.ReadFormAsync(cancellation);
        if (form.Files.GetFile("file") is not { } file) return Problems.Of(422, "有内容需要修改", Missing());

        var upload = await KeptUpload.KeepAsync(file, actor.WriteDistrict, import, storage, cancellation);
        if (upload.RetryAfter is { } wait) return Problems.Of(Outcome<string>.TooMany(upload.Problem!, wait), signedIn: true);
        if (upload.Problem is { } problem) return Problems.Of(422, "有内容需要修改", new Dictionary<string, string[]> { ["file"] = [problem] });
        var input = new ImportCommand.Input { FileHash = upload.Hash, FileName = upload.FileName, Commit = query.Commit };
        var key = http.Request.Headers["Idempotency-Key"].FirstOrDefault();
        if (upload.Rows > ImportSource.RowsAtOnce)
        {
            var started = await start.RunAsync(StartOperation.For<TImport>($"导入{import.Kind.Name} {upload.FileName}", input), key, cancellation);
            return started.IsDone
                ? Results.Accepted($"/api/operations/{started.Value}", new { operationId = started.Value })
                : Problems.Of(started, actor.IsSignedIn);
        }

        var outcome = await import.RunAsync(input, key, cancellation);
        return outcome.IsDone ? Results.Ok(outcome.Value) : Problems.Of(outcome, actor.IsSignedIn);
    }

    private static async Task<IResult> RejectedAsync<TImport>(string hash, string? name, TImport import, FileStore storage, Actor actor, CancellationToken cancellation)
        where TImport : ImportCommand
    {
        if (!import.Access.Allows(actor)) return Problems.Of(StatusCodes.Status403Forbidden, "您没有这项权限。");
        // Facts carry hashes: who knows one is told no more than who guesses one.
        if (!storage.HasUpload(actor.WriteDistrict, hash) || !await import.MayHaveRejectedAsync(hash, cancellation)) return Problems.Of(StatusCodes.Status404NotFound, "没有这份文件，请重新上传。");
        var fileName = name is { Length: > 0 and <= 200 } ? Path.GetFileName(name) : import.Kind.Name;
        try
        {
            // Written whole before the first byte leaves: a file that turns out to be none of this kind is answered in words.
            var rejected = new MemoryStream();
            using (var open = import.Source.Open(actor.WriteDistrict, hash, fileName))
                await RejectedRowsFile.WriteAsync(rejected, open.Table, import.Source.RowsAsync(open, cancellation), cancellation);
            rejected.Position = 0;
            return Results.Stream(rejected, ListExport.ContentType, Path.GetFileNameWithoutExtension(fileName) + "-退回.xlsx");
        }
        catch (SpreadsheetException e)
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, e.Message);
        }
    }

    private static Dictionary<string, string[]> Missing() => new() { ["file"] = ["请选择要上传的文件（字段 file）。"] };
}

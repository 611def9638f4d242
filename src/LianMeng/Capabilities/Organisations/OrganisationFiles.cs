using LianMeng.Capabilities.Operations.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Spreadsheets;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>The endpoints that carry files: template, roster in, rejected rows out.</summary>
internal static class OrganisationFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/templates/enterprises.xlsx", (ImportEnterprises import, Actor actor, CancellationToken cancellation) => !import.Access.Allows(actor)
            ? Problems.Of(Outcome<string>.Denied(), actor.IsSignedIn)
            : Results.Stream(stream => SpreadsheetWriter.WriteXlsxAsync(stream, EnterpriseRoster.Schema.ToTemplate(
            [
                "本表只有“企业名称”必填，其余各列可空着，也可整列删去；列的次序不限。",
                "空着的单元格不会清除名册里已有的内容。",
                "同一份文件重复上传不会产生重复数据。",
            ]), Array.Empty<object?[]>(), cancellation), ListExport.ContentType, "企业名册模板.xlsx"))
            .WithTags("Organisations").WithSummary("企业名册导入模板").WithMetadata(new UseCaseMetadata(typeof(ImportEnterprises)));

        routes.MapPost("/api/imports/enterprises", ImportAsync).DisableAntiforgery()
            .WithTags("Organisations").WithSummary("导入企业名册（multipart，字段 file；commit=true 时保存）")
            .WithMetadata(new UseCaseMetadata(typeof(ImportEnterprises)), new QueryInput(typeof(ImportQuery)))
            .Accepts<ImportUpload>("multipart/form-data").Produces<ImportReport>().Produces(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        routes.MapGet("/api/imports/enterprises/{hash}/rejected.xlsx", RejectedAsync)
            .WithTags("Organisations").WithSummary("退回的行，可修改后重新上传").WithMetadata(new UseCaseMetadata(typeof(ImportEnterprises)));
    }

    public sealed class ImportQuery
    {
        public bool Commit { get; set; }
    }

    public sealed record ImportUpload(IFormFile File);

    private static async Task<IResult> ImportAsync(HttpContext http, ImportEnterprises import, StartOperation start, EnterpriseRoster roster, Storage storage, Actor actor, CancellationToken cancellation)
    {
        if (!import.Access.Allows(actor)) return Problems.Of(await import.RunAsync(new(), cancellation: cancellation), actor.IsSignedIn);
        var (query, errors) = InputBinder.Bind<ImportQuery>(http.Request.Query);
        if (errors.Count > 0) return Problems.Of(422, "参数不对", errors);
        if (!http.Request.HasFormContentType) return Problems.Of(StatusCodes.Status415UnsupportedMediaType, "请以 multipart/form-data 上传，文件放在字段 file。");
        var form = await http.Request.ReadFormAsync(cancellation);
        if (form.Files.GetFile("file") is not { } file) return Problems.Of(422, "有内容需要修改", Missing());

        var upload = await UploadAsync(file, actor, roster, storage, cancellation);
        if (upload.Problem is { } problem) return Problems.Of(422, "有内容需要修改", new Dictionary<string, string[]> { ["file"] = [problem] });
        var input = new ImportEnterprises.Input { FileHash = upload.Hash, FileName = upload.FileName, Commit = query.Commit };
        var key = http.Request.Headers["Idempotency-Key"].FirstOrDefault();
        if (upload.Rows > EnterpriseRoster.RowsAtOnce)
        {
            var started = await start.RunAsync(StartOperation.For<ImportEnterprises>($"导入企业名册 {upload.FileName}", input), key, cancellation);
            return started.IsDone
                ? Results.Accepted($"/api/operations/{started.Value}", new { operationId = started.Value })
                : Problems.Of(started, actor.IsSignedIn);
        }

        var outcome = await import.RunAsync(input, key, cancellation);
        return outcome.IsDone ? Results.Ok(outcome.Value) : Problems.Of(outcome, actor.IsSignedIn);
    }

    /// <summary>Keeps the file and counts its rows; a file that is no roster is told so at once.</summary>
    internal static async Task<(string? Problem, string Hash, string FileName, int Rows)> UploadAsync(IFormFile file, Actor actor, EnterpriseRoster roster, Storage storage, CancellationToken cancellation)
    {
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        if (name.Length > 200) name = name[^200..];
        if (name.Length == 0) name = "名册.xlsx";
        if (file.Length == 0) return ("文件是空的，请重新选择。", "", name, 0);
        await using var content = file.OpenReadStream();
        var (hash, isNew) = await storage.KeepNewUploadAsync(actor.WriteDistrict, content, cancellation);
        try
        {
            using var open = roster.Open(actor.WriteDistrict, hash, name);
            return (null, hash, name, open.Table.Rows.Take(EnterpriseRoster.RowsAtOnce + 1).Count());
        }
        catch (SpreadsheetException e)
        {
            if (isNew) storage.DropUpload(actor.WriteDistrict, hash);
            return (e.Message, hash, name, 0);
        }
    }

    private static async Task<IResult> RejectedAsync(string hash, string? name, ImportEnterprises import, EnterpriseRoster roster, Storage storage, Actor actor, CancellationToken cancellation)
    {
        if (!import.Access.Allows(actor)) return Problems.Of(StatusCodes.Status403Forbidden, "您没有这项权限。");
        if (!storage.HasUpload(actor.WriteDistrict, hash)) return Problems.Of(StatusCodes.Status404NotFound, "没有这份文件，请重新上传。");
        var fileName = name is { Length: > 0 and <= 200 } ? Path.GetFileName(name) : "名册";
        try
        {
            // Written whole before the first byte leaves: a file that turns out to be no roster is answered in words.
            var rejected = new MemoryStream();
            using (var open = roster.Open(actor.WriteDistrict, hash, fileName))
                await RejectedRowsFile.WriteAsync(rejected, open.Table, open.Lines().Select(l => l.Row), cancellation);
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

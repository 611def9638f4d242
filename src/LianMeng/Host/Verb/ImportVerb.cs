using System.CommandLine;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;

namespace LianMeng.Host.Verb;

internal static class ImportVerb
{
    public static Command Create()
    {
        var imports = Catalogue.UseCases.Where(t => t.IsSubclassOf(typeof(ImportCommand))).ToDictionary(t => ImportKind.Of(t).Key, StringComparer.Ordinal);
        var kind = new Argument<string>("kind") { Description = "种类：" + string.Join("、", imports.Select(i => $"{i.Key}（{ImportKind.Of(i.Value).Name}）")) };
        kind.AcceptOnlyFromAmong([.. imports.Keys]);
        var file = new Argument<FileInfo>("file") { Description = ".xlsx 或 .csv" };
        var district = new Option<string?>("--district") { Description = "区县名称或区划代码；只有一个区县时可省略" };
        var preview = new Option<bool>("--preview") { Description = "只预览，不保存" };
        var verb = new Command("import", "导入名册、供需信息") { kind, file, district, preview };
        verb.SetAction((parse, cancellation) => RunAsync(imports[parse.GetRequiredValue(kind)], parse.GetRequiredValue(file), parse.GetValue(district), parse.GetValue(preview), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(Type import, FileInfo file, string? districtName, bool preview, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"没有这个文件：{file.FullName}");
            return 2;
        }

        await using var host = await ConsoleHost.OpenAsync(cancellation);
        var (district, problem) = await host.DistrictAsync(districtName, cancellation);
        if (problem is not null)
        {
            await Console.Error.WriteLineAsync(problem);
            return 2;
        }

        await using var scope = await host.ScopeAsync(district, cancellation);
        string hash;
        await using (var content = file.OpenRead())
            hash = await scope.ServiceProvider.GetRequiredService<FileStore>().KeepUploadAsync(district, content, cancellation);
        scope.ServiceProvider.GetRequiredService<OperationProgress>().Listener = (done, _, stage) => Console.Error.Write($"\r{stage}：{done} 行 ");
        var outcome = await ((ImportCommand)scope.ServiceProvider.GetRequiredService(import))
            .RunAsync(new() { FileHash = hash, FileName = file.Name, Commit = !preview }, cancellation: cancellation);
        await Console.Error.WriteLineAsync();
        if (!outcome.IsDone) return ConsoleHost.Fail(outcome);

        var report = outcome.Value!;
        var kind = ImportKind.Of(import);
        foreach (var note in report.Notes) Console.WriteLine(note);
        foreach (var r in report.Rejected) Console.WriteLine($"退回 第 {r.Row} 行 {r.Column}“{r.Value}”：{r.Reason}");
        Console.WriteLine($"{(report.Committed ? "已导入" : "预览")}：新增 {report.New}"
            + (kind.Updates ? $"，更新 {report.Changed}" : "") + $"，{kind.SameWord} {report.Same}，退回 {report.RejectedRows} 行"
            + (report.AwaitingCode > 0 ? $"，待核码 {report.AwaitingCode}" : ""));
        return report.RejectedRows > 0 ? 3 : 0;
    }
}

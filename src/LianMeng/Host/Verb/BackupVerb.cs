using System.CommandLine;
using LianMeng.Host.Backups;
using LianMeng.Shared.Files;

namespace LianMeng.Host.Verb;

internal static class BackupVerb
{
    public static Command Create()
    {
        var to = new Option<string>("--to") { Description = "备份文件，例如 /srv/backup/lianmeng-{time}.tar；已存在的不覆盖", Required = true };
        var keys = new Option<string?>("--keys") { Description = "密钥文件，请放在与备份不同的地方；没有它，备份打不开" };
        var noKeys = new Option<bool>("--no-keys") { Description = "密钥已另行保管，这次不写" };
        var keep = new Option<int?>("--keep") { Description = "同名（只有数字不同）的备份保留最新的几份" };
        keep.Validators.Add(result => { if (result.GetValueOrDefault<int?>() is < 1) result.AddError("--keep 至少为 1。"); });
        var verb = new Command("backup", "备份数据库和全部文件为一个文件；服务可照常运行") { to, keys, noKeys, keep };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(keys) is null == !result.GetValue(noKeys)) result.AddError("请用 --keys 写明密钥文件，或用 --no-keys 表示密钥已另行保管（二者选一）。");
        });
        verb.SetAction((parse, cancellation) => RunAsync(parse.GetRequiredValue(to), parse.GetValue(keys), parse.GetValue(keep), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string to, string? keys, int? keep, CancellationToken cancellation)
    {
        // Not brought up to date: a backup changes nothing, and may run beside an older server.
        await using var app = ConsoleHost.Build([]);
        var services = app.Services;
        try
        {
            var writer = new BackupWriter(app.Configuration, services.GetRequiredService<Storage>(), services.GetRequiredService<FileStore>(), services.GetRequiredService<SweepLock>(), services.GetRequiredService<TimeProvider>(), Console.Error.WriteLine);
            var report = await writer.WriteAsync(to, keys, keep, cancellation);
            Console.WriteLine($"已备份到 {report.Path}：共 {FileSize.Words(report.Bytes)}（数据库 {FileSize.Words(report.DatabaseBytes)}，{report.Rows:#,##0} 行，账本到第 {report.LedgerSeq:#,##0} 条；文件 {report.Files:#,##0} 个，{FileSize.Words(report.FileBytes)}），用时 {report.Took.TotalSeconds:0.0} 秒，已重读核对。");
            if (keys is not null) Console.WriteLine($"密钥在 {Path.GetFullPath(keys)}，请与备份分开保管。");
            if (report.Pruned.Count > 0) Console.WriteLine($"删除了较早的 {report.Pruned.Count} 份：{string.Join("、", report.Pruned)}");
            return 0;
        }
        catch (BackupException e)
        {
            await Console.Error.WriteLineAsync($"没有备份：{e.Message}");
            return 1;
        }
    }
}

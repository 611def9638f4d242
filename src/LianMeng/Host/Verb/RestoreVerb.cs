using System.CommandLine;
using LianMeng.Host.Backups;
using LianMeng.Shared.Files;

namespace LianMeng.Host.Verb;

internal static class RestoreVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "lianmeng backup 写的备份文件" };
        var keys = new Option<string>("--keys") { Description = "备份当时的密钥文件", Required = true };
        var replace = new Option<bool>("--replace") { Description = "换掉现有的内容：文件和 SQLite 数据库改名保留，PostgreSQL 的表删除" };
        var yes = new Option<bool>("--yes") { Description = "确认 --replace" };
        var verb = new Command("restore", "把备份恢复到空的存储文件夹和数据库，并核对；请先停止服务") { file, keys, replace, yes };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(replace) && !result.GetValue(yes)) result.AddError("--replace 会换掉现有的内容；确定要这样做，请再加 --yes。");
        });
        verb.SetAction((parse, cancellation) => RunAsync(parse.GetRequiredValue(file), parse.GetRequiredValue(keys), parse.GetValue(replace), [], Console.Error.WriteLine, cancellation));
        return verb;
    }

    /// <param name="settings">of the place to restore into, as for serve</param>
    internal static async Task<int> RunAsync(string file, string keys, bool replace, string[] settings, Action<string> say, CancellationToken cancellation)
    {
        await using var app = ConsoleHost.Build(settings);
        BackupManifest manifest;
        try
        {
            manifest = await new RestoreRun(app.Configuration, app.Services.GetRequiredService<Storage>(), app.Services.GetRequiredService<TimeProvider>(), say).RestoreAsync(file, keys, replace, cancellation);
        }
        catch (BackupException e)
        {
            say($"没有恢复：{e.Message}");
            return 1;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            say($"没有恢复完：{e.Message}。请检查存储文件夹的权限和剩余空间，然后原样再运行一次。");
            return 1;
        }

        var problems = await new RestoreProof(app, say).ProveAsync(manifest, cancellation);
        foreach (var problem in problems) say(problem);
        say(problems.Count == 0 ? "恢复完成，全部核对一致；可以启动服务了。" : $"恢复了，但有 {problems.Count} 处不一致，请不要启动服务；请换一份备份，或联系开发人员。");
        return problems.Count == 0 ? 0 : 1;
    }
}

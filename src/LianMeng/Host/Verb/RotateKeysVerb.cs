using System.CommandLine;
using LianMeng.Shared.Secrets;

namespace LianMeng.Host.Verb;

internal static class RotateKeysVerb
{
    public static Command Create()
    {
        var retire = new Option<bool>("--retire") { Description = "只做最后一步：确认没有内容仍用旧密钥后，把旧密钥移出密钥文件" };
        var verb = new Command("rotate-keys", "更换加密密钥：启用新密钥并把电话、文件等全部重新加密；服务可照常运行") { retire };
        verb.SetAction((parse, cancellation) => parse.GetValue(retire) ? RetireAsync(cancellation) : RotateAsync(cancellation));
        return verb;
    }

    private static async Task<int> RotateAsync(CancellationToken cancellation)
    {
        await using var host = await ConsoleHost.OpenAsync(cancellation);
        var rotation = host.Services.GetRequiredService<KeyRotation>();
        var id = await rotation.AddKeyAsync(cancellation);
        await Console.Error.WriteLineAsync($"新密钥 {id} 已启用，等各节点读到它……");
        await Task.Delay(KeyRing.Recheck * 2, cancellation);
        foreach (var kind in await rotation.ResealAsync((title, count) => Console.Error.WriteLine($"{title}：{count}"), cancellation))
            Console.WriteLine($"{kind.Title}：重新加密 {kind.Count} 项");
        Console.WriteLine($"完成。旧密钥还能解开旧备份和正在进行的操作；请备份密钥文件，一天后运行 lianmeng rotate-keys --retire。");
        return 0;
    }

    private static async Task<int> RetireAsync(CancellationToken cancellation)
    {
        await using var host = await ConsoleHost.OpenAsync(cancellation);
        var rotation = host.Services.GetRequiredService<KeyRotation>();
        var left = await rotation.LeftAsync(cancellation);
        if (left.Count > 0)
        {
            await Console.Error.WriteLineAsync($"还有内容用旧密钥加密（{string.Join("、", left)}），旧密钥没有移出；请先运行 lianmeng rotate-keys。");
            return 1;
        }

        var gone = await rotation.RetireAsync(cancellation);
        Console.WriteLine(gone.Count == 0 ? "没有旧密钥。" : $"已移出旧密钥 {string.Join("、", gone)}。更换前的备份仍要当时的密钥文件才能恢复。");
        return 0;
    }
}

using System.CommandLine;
using LianMeng.Capabilities.Accounts;
using LianMeng.Shared.Access;

namespace LianMeng.Host.Verb;

internal static class CreateAdminVerb
{
    private const string PasswordVariable = "LIANMENG_ADMIN_PASSWORD";

    public static Command Create()
    {
        var userName = new Argument<string>("userName") { Description = "用户名" };
        var displayName = new Option<string>("--name") { Description = "姓名", DefaultValueFactory = _ => "系统管理员" };
        var verb = new Command("create-admin", $"开设第一个系统管理员账号；密码从标准输入或环境变量 {PasswordVariable} 读取，不写在命令行里") { userName, displayName };
        verb.SetAction((parse, cancellation) => RunAsync(parse.GetRequiredValue(userName), parse.GetRequiredValue(displayName), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string userName, string displayName, CancellationToken cancellation)
    {
        var password = Environment.GetEnvironmentVariable(PasswordVariable);
        if (string.IsNullOrEmpty(password))
        {
            await Console.Error.WriteAsync($"密码（{PasswordRules.Advice}）：");
            password = Console.IsInputRedirected ? await Console.In.ReadLineAsync(cancellation) : ReadHidden();
        }

        await using var host = await ConsoleHost.OpenAsync(cancellation);
        await using var scope = await host.ScopeAsync(DistrictIds.City, cancellation);
        var outcome = await scope.ServiceProvider.GetRequiredService<CreateAccount>().RunAsync(
            new() { UserName = userName, DisplayName = displayName, Password = password, Role = Role.SystemAdministrator }, cancellation: cancellation);
        if (!outcome.IsDone) return ConsoleHost.Fail(outcome);
        Console.WriteLine($"已开设系统管理员账号 {userName}。");
        return 0;
    }

    private static string ReadHidden()
    {
        var typed = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else typed.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}

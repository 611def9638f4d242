using System.CommandLine;
using LianMeng.Host.Demonstration;

namespace LianMeng.Host.Verb;

internal static class DemoVerb
{
    public static Command Create()
    {
        var verb = new Command("demo", "建立演示区县（数据均为虚构）并列出演示账号");
        verb.SetAction((_, cancellation) => RunAsync(cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var host = await ConsoleHost.OpenAsync(cancellation);
        var problem = await new DemonstrationBuilder(host).BuildAsync(line => Console.Error.WriteLine(line), cancellation);
        if (problem is not null)
        {
            await Console.Error.WriteLineAsync(problem);
            return 1;
        }

        Console.WriteLine("演示账号（数据均为虚构，请勿用于正式环境）：");
        foreach (var account in DemonstrationAccounts.All) Console.WriteLine($"  {account.Title}  {account.UserName}  {DemonstrationAccounts.Password}");
        return 0;
    }
}

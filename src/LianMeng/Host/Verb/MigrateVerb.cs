using System.CommandLine;

namespace LianMeng.Host.Verb;

internal static class MigrateVerb
{
    public static Command Create()
    {
        var verb = new Command("migrate", "把数据库升级到本版本（serve 启动时也会做）");
        verb.SetAction(async (_, cancellation) =>
        {
            await using var host = await ConsoleHost.OpenAsync(cancellation);
            Console.WriteLine("数据库已是本版本。");
            return 0;
        });
        return verb;
    }
}

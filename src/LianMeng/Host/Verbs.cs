using System.CommandLine;
using System.Data.Common;
using LianMeng.Host.Verb;

namespace LianMeng.Host;

/// <summary>The console: <c>lianmeng VERB</c>. Without a verb the platform is served.</summary>
public static class Verbs
{
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("链盟 LianMeng：产业链联盟的工作平台")
        {
            ServeVerb.Create(), DemoVerb.Create(), ImportVerb.Create(), MatchVerb.Create(),
            VerifyAuditVerb.Create(), MigrateVerb.Create(), CreateAdminVerb.Create(), RotateKeysVerb.Create(),
            BackupVerb.Create(), RestoreVerb.Create(),
        };
        // "lianmeng --urls http://…" is serve with settings: the framework's own way of giving them.
        var serving = args.Length == 0 || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version"));
        return SayAsync(() => serving ? ServeVerb.ServeAsync(args) : RunVerbAsync(root.Parse(args)));
    }

    private static Task<int> RunVerbAsync(ParseResult parse)
    {
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
        // The library ends a verb two seconds after SIGTERM; the server has its own, longer way of stopping.
        if (parse.CommandResult.Command.Name == ServeVerb.Name) configuration.ProcessTerminationTimeout = null;
        return parse.InvokeAsync(configuration);
    }

    /// <summary>What goes wrong outside the use cases (no database, no right to a folder, a setting that is none) is said in one line, not as a stack trace.</summary>
    private static async Task<int> SayAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or DbException or IOException or UnauthorizedAccessException or LianMeng.Shared.Secrets.SecretException)
        {
            await Console.Error.WriteLineAsync($"没有完成：{e.Message}");
            return 1;
        }
    }
}

using System.CommandLine;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;

namespace LianMeng.Host.Verb;

internal static class VerifyAuditVerb
{
    public static Command Create()
    {
        var verb = new Command("verify-audit", "核验审计账本的哈希链与库外存证");
        verb.SetAction((_, cancellation) => RunAsync(cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var host = await ConsoleHost.OpenAsync(cancellation);
        await using var scope = await host.ScopeAsync(DistrictIds.City, cancellation);
        var report = await scope.ServiceProvider.GetRequiredService<LedgerVerifier>()
            .VerifyAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), seq => Console.Error.Write($"\r已核验 {seq} 条 "), cancellation);
        await Console.Error.WriteLineAsync();
        foreach (var problem in report.Problems) Console.WriteLine(problem);
        Console.WriteLine(report.IsSound ? $"账本完整：{report.Entries} 条，未发现改动。" : $"账本有问题：{report.Entries} 条中发现 {report.Problems.Count} 处。");
        return report.IsSound ? 0 : 1;
    }
}

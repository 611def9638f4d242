using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Districts;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Organisations;
using LianMeng.Host.Verb;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Files;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Host.Demonstration;

/// <summary>Builds the demonstration through the use cases, as people would: districts, rosters, accounts. Run again it changes nothing.</summary>
internal sealed class DemonstrationBuilder(ConsoleHost host)
{
    private static readonly (string Name, string Region, string Roster)[] Districts =
    [
        ("铜梁区", "500151", "tongliang.csv"),
        ("九龙坡区", "500107", "jiulongpo.csv"),
    ];

    /// <returns>what went wrong, or null</returns>
    public async Task<string?> BuildAsync(Action<string> say, CancellationToken cancellation)
    {
        foreach (var (name, region, roster) in Districts)
        {
            var districtId = await EnsureDistrictAsync(name, region, cancellation);
            if (districtId is null) return $"已有名为“{name}”的正式区县，演示数据不会混入其中；请换一个空的数据库（Storage:Path 或 ConnectionStrings:LianMeng）。";
            say($"导入 {name} 的演示名册 …");
            if (await ImportAsync(districtId.Value, roster, cancellation) is { } problem) return problem;
        }

        say("开设演示账号 …");
        foreach (var account in DemonstrationAccounts.All)
        {
            if (await EnsureAccountAsync(account, cancellation) is { } problem) return problem;
        }

        return null;
    }

    private async Task<Guid?> EnsureDistrictAsync(string name, string region, CancellationToken cancellation)
    {
        await using var scope = await host.ScopeAsync(DistrictIds.City, cancellation);
        var existing = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<District>().FirstOrDefaultAsync(d => d.Name == name, cancellation);
        if (existing is not null) return existing.IsDemonstration ? existing.Id : null;
        var outcome = await scope.ServiceProvider.GetRequiredService<CreateDistrict>().RunAsync(new() { Name = name, RegionCode = region, IsDemonstration = true }, cancellation: cancellation);
        return Must(outcome).Id;
    }

    private async Task<string?> ImportAsync(Guid districtId, string roster, CancellationToken cancellation)
    {
        await using var scope = await host.ScopeAsync(districtId, cancellation);
        await using var content = typeof(DemonstrationBuilder).Assembly.GetManifestResourceStream(roster)!;
        var hash = await scope.ServiceProvider.GetRequiredService<Storage>().KeepUploadAsync(districtId, content, cancellation);
        var report = Must(await scope.ServiceProvider.GetRequiredService<ImportEnterprises>().RunAsync(new() { FileHash = hash, FileName = roster, Commit = true }, cancellation: cancellation));
        return report.RejectedRows == 0 ? null : string.Join('\n', report.Rejected.Select(r => $"{roster} 第 {r.Row} 行 {r.Column}“{r.Value}”：{r.Reason}"));
    }

    private async Task<string?> EnsureAccountAsync(DemonstrationAccounts.Account account, CancellationToken cancellation)
    {
        await using var scope = await host.ScopeAsync(DistrictIds.City, cancellation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var normalised = account.UserName.ToUpperInvariant();
        if (await db.Users.AnyAsync(u => u.NormalizedUserName == normalised, cancellation)) return null;
        var districtId = account.Region is null ? null : await db.Set<District>().Where(d => d.RegionCode == account.Region && d.IsDemonstration).Select(d => (Guid?)d.Id).SingleAsync(cancellation);
        var uscc = account.Firm is null ? null : await db.Set<Organisation>().Where(o => o.DistrictId == districtId && o.Name == account.Firm).Select(o => o.Uscc).SingleAsync(cancellation);
        Must(await scope.ServiceProvider.GetRequiredService<CreateAccount>().RunAsync(new()
        {
            UserName = account.UserName,
            DisplayName = account.DisplayName,
            Password = DemonstrationAccounts.Password,
            Role = account.Role,
            DistrictId = districtId,
            Uscc = uscc,
        }, cancellation: cancellation));
        return null;
    }

    private static T Must<T>(Outcome<T> outcome)
        => outcome.IsDone ? outcome.Value! : throw new InvalidOperationException(string.Join(" ", outcome.Errors.SelectMany(e => e.Value).DefaultIfEmpty(outcome.Message)));
}

using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Audit;

/// <summary>Computes the whole chain anew, over all districts, and says in the ledger what came of it; whoever audits is told of a break.</summary>
public sealed class VerifyLedger(UseCaseContext context, TrustedScopes scopes, LedgerVerifier verifier, OperationProgress progress, PeopleOf people, NoticeWriter notices)
    : Command<VerifyLedger.Input, VerifyLedger.Report>(context)
{
    private const int Named = 10;

    public sealed class Input;

    public sealed record Report(long Entries, IReadOnlyList<string> Problems);

    public override Access Access => Access.Needs(AuditCapability.Read);

    protected override async Task<Outcome<Report>> HandleAsync(Input input, CancellationToken cancellation)
    {
        // The clock runs it for every district; the chain is one.
        if (Actor.WriteDistrict != DistrictIds.City) return Outcome<Report>.Done(new(0, []));
        await using var all = await scopes.OpenAsync(nameof(VerifyLedger), DistrictIds.City, cancellation);
        var report = await verifier.VerifyAsync(all.ServiceProvider.GetRequiredService<AppDb>(), seq => progress.Report((int)Math.Min(seq, int.MaxValue), 0, $"已核对 {seq} 条"), cancellation);
        IReadOnlyList<string> problems = [.. report.Problems.Take(Named)];
        Record(new LedgerVerified(report.Entries, problems));
        if (!report.IsSound) await AlarmAsync(report, cancellation);
        return Outcome<Report>.Done(new(report.Entries, problems));
    }

    private async Task AlarmAsync(LedgerVerifier.Report report, CancellationToken cancellation)
    {
        var told = await people.OfRoleAsync(Role.Auditor, cancellation);
        foreach (var person in told.Concat(await people.OfRoleAsync(Role.SystemAdministrator, cancellation)).Where(p => p.DistrictId == Actor.WriteDistrict).DistinctBy(p => p.UserId))
            await notices.TellAsync(new(person.UserId, NoticeKind.General, "审计账本核对发现问题", $"{report.Entries} 条中发现 {report.Problems.Count} 处：{report.Problems[0]}。请不要改动数据库，立即查明。", "/ledger", null, "ledger-broken", Digest: true), cancellation);
    }
}

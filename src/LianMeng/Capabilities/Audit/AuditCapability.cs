using LianMeng.Capabilities.Work.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;

namespace LianMeng.Capabilities.Audit;

/// <summary>The ledger for those who audit: who did what, when, and whether the chain is whole.</summary>
public sealed class AuditCapability : Capability
{
    public static readonly Permission Read = new("audit.read", "查看审计账本", Role.Auditor, Role.SystemAdministrator);

    public override string Title => "审计";

    public override IReadOnlyList<Permission> Permissions => [Read];

    public override IReadOnlyList<MenuLine> Menu => [new("审计账本", "/ledger", "shield-check", "管理", 95, Access.Needs(Read))];

    public override void AddServices(IServiceCollection services)
    {
        services.AddWorkSource<LedgerWork>();
        services.AddScheduledJob<VerifyLedgerJob>();
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListLedger>("/api/ledger", "审计账本");
        api.Get<ShowLedgerHead>("/api/ledger/head", "账本的链头和最近一次核对");
        api.Post<VerifyLedger>("/api/ledger/verify", "核对整条链");
    }
}

using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Audit;

/// <summary>For those who audit: how much the ledger holds.</summary>
internal sealed class LedgerWork(AppDb db, Actor actor) : WorkSource
{
    public override int Order => 95;

    public override async Task AddAsync(WorkBoard board, CancellationToken cancellation)
    {
        if (!actor.May(AuditCapability.Read)) return;
        board.Count(new("审计账本", await db.Set<LedgerEntry>().CountAsync(cancellation), "条", "/ledger", "平台上发生的每一件事各记一条，前后相扣，不能悄悄改动。"));
    }
}

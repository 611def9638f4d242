using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Audit;

/// <summary>How long the whole chain is and how it ends, for those who keep that elsewhere to compare later.</summary>
public sealed class ShowLedgerHead(UseCaseContext context) : Show<ShowLedgerHead.Input, ShowLedgerHead.View>(context)
{
    public sealed class Input;

    /// <param name="Entries">of all districts, also those that the actor may not read</param>
    /// <param name="Hash">of the last entry, in hexadecimal digits; empty before the first</param>
    public sealed record View(long Entries, string Hash);

    public override Access Access => Access.Needs(AuditCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
        => await Db.Set<LedgerHead>().AsNoTracking().FirstOrDefaultAsync(cancellation) is { } head ? new(head.Seq, Convert.ToHexString(head.Hash)) : new(0, "");
}

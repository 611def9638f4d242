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
    /// <param name="Verified">null while the chain was never computed anew</param>
    public sealed record View(long Entries, string Hash, Verification? Verified);

    /// <param name="Entries">how many there were then</param>
    public sealed record Verification(DateTime At, long Entries, IReadOnlyList<string> Problems);

    public override Access Access => Access.Needs(AuditCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var head = await Db.Set<LedgerHead>().AsNoTracking().SingleOrDefaultAsync(cancellation);
        var last = await Db.Set<LedgerEntry>().AsNoTracking().Where(e => e.Kind == nameof(LedgerVerified)).OrderByDescending(e => e.Seq).FirstOrDefaultAsync(cancellation);
        var verified = last?.Json is { } json && FactCatalogue.Read(last.Kind, json) is LedgerVerified fact ? new Verification(last.At, fact.Entries, fact.Problems) : null;
        return new(head?.Seq ?? 0, head is null ? "" : Convert.ToHexString(head.Hash), verified);
    }
}

using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>The steps of difficulties as the ledger has them: the truth behind every clock.</summary>
public sealed class DifficultyLog(AppDb db)
{
    /// <param name="Seq">the ledger's number: the order in which it happened, whatever a clock on the wall said</param>
    /// <param name="At">UTC</param>
    public sealed record Line(long Seq, DateTime At, DifficultyMoved Fact);

    public async Task<IReadOnlyList<Line>> OfAsync(Guid id, CancellationToken cancellation)
        => [.. (await EntriesAsync(id, cancellation)).Select(e => (e.Seq, e.At, Fact: FactCatalogue.Read(e.Kind, e.Json) as DifficultyMoved)).Where(e => e.Fact?.DifficultyId == id).Select(e => new Line(e.Seq, e.At, e.Fact!))];

    /// <summary>All facts of one difficulty, in their order.</summary>
    public Task<List<LedgerEntry>> EntriesAsync(Guid id, CancellationToken cancellation)
        => db.Set<LedgerSubject>().AsNoTracking().Where(s => s.EntityId == id).Join(db.Set<LedgerEntry>().AsNoTracking(), s => s.Seq, e => e.Seq, (_, e) => e).OrderBy(e => e.Seq).ToListAsync(cancellation);
}

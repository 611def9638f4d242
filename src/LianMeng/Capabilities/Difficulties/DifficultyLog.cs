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

    /// <summary>The steps of many, by difficulty.</summary>
    public async Task<IReadOnlyDictionary<Guid, List<Line>>> OfManyAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var found = ids.ToDictionary(id => id, _ => new List<Line>());
        foreach (var some in ids.Chunk(Chunk))
        {
            var entries = await db.Set<LedgerSubject>().AsNoTracking().Where(s => some.Contains(s.EntityId)).Join(db.Set<LedgerEntry>().AsNoTracking().Where(e => e.Kind == nameof(DifficultyMoved)), s => s.Seq, e => e.Seq, (_, e) => new { e.Seq, e.At, e.Json }).Distinct().OrderBy(e => e.Seq).ToListAsync(cancellation);
            foreach (var entry in entries)
            {
                if (FactCatalogue.Read(nameof(DifficultyMoved), entry.Json) is DifficultyMoved fact && found.TryGetValue(fact.DifficultyId, out var lines)) lines.Add(new(entry.Seq, entry.At, fact));
            }
        }

        return found;
    }

    private const int Chunk = 500;

    /// <summary>All facts of one difficulty, in their order.</summary>
    public Task<List<LedgerEntry>> EntriesAsync(Guid id, CancellationToken cancellation)
        => db.Set<LedgerSubject>().AsNoTracking().Where(s => s.EntityId == id).Join(db.Set<LedgerEntry>().AsNoTracking(), s => s.Seq, e => e.Seq, (_, e) => e).OrderBy(e => e.Seq).ToListAsync(cancellation);
}

using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.Ledger;

/// <summary>What the ledger says of one record, newest first, within the actor's scope.</summary>
public sealed class LedgerTimeline(AppDb db, PersonNames names)
{
    private const int Most = 100;

    /// <param name="Subjects">the records it is about, for those who name them</param>
    public sealed record Line(long Seq, DateTime At, string Who, string Words, IReadOnlyList<FieldChange> Details, [property: System.Text.Json.Serialization.JsonIgnore] IReadOnlyList<Guid> Subjects);

    public async Task<IReadOnlyList<Line>> OfAsync(Guid entityId, CancellationToken cancellation)
    {
        var entries = await db.Set<LedgerSubject>().AsNoTracking().Where(s => s.EntityId == entityId)
            .Join(db.Set<LedgerEntry>().AsNoTracking(), s => s.Seq, e => e.Seq, (_, e) => e)
            .OrderByDescending(e => e.Seq).Take(Most).ToListAsync(cancellation);
        return await SayAsync(entries, cancellation);
    }

    public async Task<IReadOnlyList<Line>> SayAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        var facts = entries.Select(e => (Entry: e, Fact: FactCatalogue.Read(e.Kind, e.Json))).ToList();
        var who = await names.OfAsync(facts.Select(f => ActorOf(f.Entry, f.Fact)), cancellation);
        return [.. facts.Select(f =>
        {
            var (e, fact) = f;
            return new Line(e.Seq, e.At, who[ActorOf(e, fact)], fact?.Words ?? (e.Json is null ? "（内容已按个人信息规定删除）" : e.Kind), fact?.Details ?? [], fact?.Subjects ?? []);
        })];
    }

    // Whoever signs in is nobody until then; people want to read who it was.
    private static string ActorOf(LedgerEntry entry, Fact? fact) => fact is SignedIn signedIn ? $"person:{signedIn.UserId}" : entry.Actor;
}

using System.Security.Cryptography;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Telemetry;

namespace LianMeng.Shared.Ledger;

/// <summary>
/// Numbers and chains the facts of a save, and notes which reactions each of them wants: a fact and its deliveries are there
/// together or not at all. Called by the data context inside the save's transaction, after the rows.
/// </summary>
public sealed class LedgerWriter(LedgerChain chain, TimeProvider clock, IEnumerable<Reaction> reactions, Instruments instruments)
{
    private readonly Reaction[] reactions = [.. reactions];

    public async Task AppendAsync(AppDb db, Actor actor, IReadOnlyList<Fact> facts, CancellationToken cancellation)
    {
        var head = await db.LockLedgerHeadAsync(cancellation);
        // Whole microseconds: PostgreSQL keeps no more, and the chain is checked against what was stored.
        var now = clock.GetUtcNow().UtcDateTime;
        var at = new DateTime(now.Ticks - now.Ticks % 10, DateTimeKind.Utc);
        foreach (var fact in facts)
        {
            var json = FactCatalogue.Write(fact);
            var salt = RandomNumberGenerator.GetBytes(16);
            var digest = LedgerChain.Digest(salt, json);
            var subjects = fact.Subjects.Distinct().ToList();
            head.Seq++;
            head.Hash = chain.Link(head.Hash, head.Seq, at, actor.Key, actor.WriteDistrict, fact.Kind, fact.V, subjects, digest);
            db.Add(LedgerEntry.Create(head.Seq, at, actor.Key, actor.WriteDistrict, fact, json, salt, digest, head.Hash));
            db.AddRange(subjects.Select(s => new LedgerSubject { Seq = head.Seq, EntityId = s, DistrictId = actor.WriteDistrict }));
            db.AddRange(reactions.Where(r => r.Wants(fact)).Select(r => Delivery.Of(r.Name, head.Seq, actor.WriteDistrict, at)));
        }
    }

    /// <summary>The save with these facts is committed; without any it was bookkeeping.</summary>
    public void Committed(IReadOnlyList<Fact> facts) => instruments.Saved(facts);
}

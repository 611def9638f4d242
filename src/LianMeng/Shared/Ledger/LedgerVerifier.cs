using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.Ledger;

/// <summary>Checks the whole chain: numbers without gaps, digests, hashes, subjects, the head, and the anchor outside the database.</summary>
public sealed class LedgerVerifier(LedgerChain chain, LedgerAnchorFile anchor)
{
    public sealed record Report(long Entries, IReadOnlyList<string> Problems)
    {
        public bool IsSound => Problems.Count == 0;
    }

    private const int Batch = 2000;
    private const int MostProblems = 50;

    public async Task<Report> VerifyAsync(AppDb db, Action<long>? progress, CancellationToken cancellation)
    {
        var problems = new List<string>();
        var previous = LedgerChain.Genesis;
        long seq = 0;
        // Marks first, then the head, then the entries up to it: what is written meanwhile is no contradiction.
        var marks = anchor.Read();
        var head = await HeadAsync(db, cancellation);
        while (problems.Count < MostProblems)
        {
            var from = seq;
            var entries = await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.Seq > from && e.Seq <= head.Seq).OrderBy(e => e.Seq).Take(Batch).ToListAsync(cancellation);
            if (entries.Count == 0) break;
            var upTo = entries[^1].Seq;
            var subjects = (await db.Set<LedgerSubject>().AsNoTracking().Where(s => s.Seq > from && s.Seq <= upTo).ToListAsync(cancellation)).ToLookup(s => s.Seq, s => s.EntityId);
            foreach (var entry in entries)
            {
                if (entry.Seq != seq + 1) problems.Add($"第 {seq + 1} 条至第 {entry.Seq - 1} 条缺失");
                // Erased are payload and salt together; a payload without salt is one that somebody put there.
                if (entry.Json is null != entry.Salt is null || entry.Digest.Length != 32)
                    problems.Add($"第 {entry.Seq} 条（{entry.Kind}）内容被改动");
                else if (entry.Json is not null && entry.Salt is not null && !LedgerChain.Digest(entry.Salt, entry.Json).AsSpan().SequenceEqual(entry.Digest))
                    problems.Add($"第 {entry.Seq} 条（{entry.Kind}）内容被改动");
                var expected = chain.Link(previous, entry.Seq, entry.At, entry.Actor, entry.DistrictId, entry.Kind, entry.V, subjects[entry.Seq], entry.Digest);
                if (!expected.AsSpan().SequenceEqual(entry.Hash)) problems.Add($"第 {entry.Seq} 条（{entry.Kind}）与前一条接不上：本条或其对象被改动、插入或调换");
                if (marks.TryGetValue(entry.Seq, out var mark) && !mark.AsSpan().SequenceEqual(entry.Hash))
                    problems.Add($"第 {entry.Seq} 条与库外存证不一致：此前的记录被整体改写");
                previous = entry.Hash;
                seq = entry.Seq;
            }

            progress?.Invoke(seq);
        }

        var last = await db.Set<LedgerEntry>().MaxAsync(e => (long?)e.Seq, cancellation) ?? 0;
        if (last > (await HeadAsync(db, cancellation)).Seq) problems.Add($"第 {head.Seq + 1} 条至第 {last} 条在链头之外：被插入，或链头被改动");
        if (problems.Count < MostProblems)
        {
            if (head.Seq != seq || !head.Hash.AsSpan().SequenceEqual(previous)) problems.Add($"链头记为第 {head.Seq} 条，实际末条为第 {seq} 条：末尾被截断或链头被改动");
            if (marks.Count > 0 && marks.Keys.Max() > seq) problems.Add($"库外存证到第 {marks.Keys.Max()} 条，账本只到第 {seq} 条：末尾被截断");
        }

        return new(seq, problems);
    }

    private static Task<LedgerHead> HeadAsync(AppDb db, CancellationToken cancellation) => db.Set<LedgerHead>().AsNoTracking().SingleAsync(cancellation);
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals.Substitutions;

/// <summary>An entry's lines of the ledger are those of the firm that it turned out to be. A line between the two is taken out and stays so.</summary>
internal sealed class SubstitutionMergeRule(AppDb db, TimeProvider clock) : OrganisationMergeRule
{
    public override string Name => "本地替代";

    public override async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellation)
    {
        var moved = new List<Guid>();
        foreach (var record in await db.Set<SubstitutionRecord>().Where(r => r.WithdrawnAt == null && (r.BuyerId == from || r.MakerId == from)).ToListAsync(cancellation))
        {
            if (record.BuyerId == to || record.MakerId == to)
            {
                record.Withdraw(clock.GetUtcNow().UtcDateTime);
                continue;
            }

            record.Replace(from, to);
            moved.Add(record.Id);
        }

        return moved;
    }

    public override async Task<int> MoveBackAsync(Guid from, Guid to, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var records = await db.Set<SubstitutionRecord>().Where(r => ids.Contains(r.Id) && (r.BuyerId == to || r.MakerId == to) && r.BuyerId != from && r.MakerId != from).ToListAsync(cancellation);
        foreach (var record in records) record.Replace(to, from);
        return records.Count;
    }
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Introductions;

/// <summary>Whom an entry was introduced to, the firm was that it turned out to be. What would be open twice, or between the firm and itself, ends, and its contacts are deleted.</summary>
internal sealed class IntroductionMergeRule(AppDb db, TimeProvider clock) : PairMergeRule<Introduction>(db)
{
    private readonly List<Guid> dropped = [];

    public override string Name => "对接";

    protected override (string One, string Other) Sides => (nameof(Introduction.SellerId), nameof(Introduction.BuyerId));

    protected override IQueryable<Introduction> Live => Db.Set<Introduction>();

    public override async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellation)
    {
        var moved = await base.MoveAsync(from, to, cancellation);
        Db.RemoveRange(await Db.Set<IntroductionContact>().Where(c => dropped.Contains(c.IntroductionId)).ToListAsync(cancellation));
        return moved;
    }

    protected override string? Once(Introduction row) => row.IsOpen ? row.ProductKey : null;

    protected override void Replace(Introduction row, Guid from, Guid to) => row.Replace(from, to);

    protected override void Drop(Introduction row)
    {
        dropped.Add(row.Id);
        if (row.IsOpen) row.Drop(clock.GetUtcNow().UtcDateTime);
    }
}

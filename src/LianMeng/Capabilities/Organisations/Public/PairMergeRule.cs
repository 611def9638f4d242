using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations.Public;

/// <summary>
/// The usual rule for rows that stand between two firms: whichever side an entry is on, the firm is that it turned out to be. A row
/// that would be there twice goes over as dropped, one from the firm to itself is dropped where it is; both stay so.
/// </summary>
/// <typeparam name="T">an entity whose key is a Guid named Id</typeparam>
public abstract class PairMergeRule<T>(AppDb db) : OrganisationMergeRule
    where T : class
{
    protected AppDb Db => db;

    /// <summary>The two columns that say whose it is.</summary>
    protected abstract (string One, string Other) Sides { get; }

    /// <summary>The rows that still count, with what belongs to them.</summary>
    protected abstract IQueryable<T> Live { get; }

    /// <summary>Of what a pair may have one row; null when it may have any number.</summary>
    protected virtual string? Once(T row) => null;

    protected abstract void Replace(T row, Guid from, Guid to);

    protected abstract void Drop(T row);

    public override async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellation)
    {
        var rows = await Of(Live, from, to).ToListAsync(cancellation);
        var there = rows.Where(r => !Has(r, from)).Select(r => (SidesOf(r), Once(r))).ToHashSet();
        var moved = new List<Guid>();
        foreach (var row in rows.Where(r => Has(r, from)))
        {
            var (one, other) = SidesOf(row);
            (one, other) = (one == from ? to : one, other == from ? to : other);
            if (one == other || (Once(row) is { } what && !there.Add(((one, other), what)))) Drop(row);
            if (one == other) continue;
            Replace(row, from, to);
            moved.Add(IdOf(row));
        }

        return moved;
    }

    public override async Task<int> MoveBackAsync(Guid from, Guid to, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var rows = (await Of(db.Set<T>(), to, to).Where(r => ids.Contains(EF.Property<Guid>(r, "Id"))).ToListAsync(cancellation)).FindAll(r => !Has(r, from));
        foreach (var row in rows) Replace(row, to, from);
        return rows.Count;
    }

    /// <summary>The rows in which one of two firms stands on either side.</summary>
    protected IQueryable<T> Of(IQueryable<T> rows, Guid firm, Guid otherFirm)
    {
        var (one, other) = Sides;
        return rows.Where(r => EF.Property<Guid>(r, one) == firm || EF.Property<Guid>(r, other) == firm || EF.Property<Guid>(r, one) == otherFirm || EF.Property<Guid>(r, other) == otherFirm);
    }

    protected Guid IdOf(T row) => db.Entry(row).Property<Guid>("Id").CurrentValue;

    protected (Guid One, Guid Other) SidesOf(T row) => (db.Entry(row).Property<Guid>(Sides.One).CurrentValue, db.Entry(row).Property<Guid>(Sides.Other).CurrentValue);

    private bool Has(T row, Guid firm) => SidesOf(row) is var (one, other) && (one == firm || other == firm);
}

using System.Linq.Expressions;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations.Public;

/// <summary>The usual rule: every row of one kind that belongs to the one belongs to the other from now on.</summary>
/// <typeparam name="T">an entity whose key is a Guid named Id</typeparam>
public abstract class RowsMergeRule<T>(AppDb db) : OrganisationMergeRule
    where T : class
{
    protected AppDb Db => db;

    /// <summary>The column that says whose it is.</summary>
    protected abstract Expression<Func<T, Guid?>> Owner { get; }

    protected abstract void Give(T row, Guid to);

    /// <summary>The rows that go over; left out is what the other has already.</summary>
    protected virtual IQueryable<T> Movable(IQueryable<T> rows, Guid to) => rows;

    public override async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellation)
    {
        var rows = await Movable(Of(from), to).ToListAsync(cancellation);
        foreach (var row in rows) Give(row, to);
        return [.. rows.Select(r => db.Entry(r).Property<Guid>("Id").CurrentValue)];
    }

    public override async Task<int> MoveBackAsync(Guid from, Guid to, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var rows = await Of(to).Where(r => ids.Contains(EF.Property<Guid>(r, "Id"))).ToListAsync(cancellation);
        foreach (var row in rows) Give(row, from);
        return rows.Count;
    }

    private IQueryable<T> Of(Guid organisation)
    {
        var owner = Owner;
        var asked = Expression.Convert(Expression.Property(Expression.Constant(new Asked(organisation)), nameof(Asked.Id)), typeof(Guid?));
        return db.Set<T>().Where(Expression.Lambda<Func<T, bool>>(Expression.Equal(owner.Body, asked), owner.Parameters));
    }

    /// <summary>A parameter of the query, not a constant of it: one plan for all organisations.</summary>
    private sealed record Asked(Guid Id);
}

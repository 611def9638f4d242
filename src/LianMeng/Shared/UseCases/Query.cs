using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.UseCases;

/// <summary>
/// A list. Reads are where leaks happen, so it has the same abstract access rule as a command; it pages, sorts and
/// exports itself.
/// </summary>
public abstract class Query<TFilter, TRow>(UseCaseContext context) : UseCase(context)
    where TFilter : ListFilter
    where TRow : class
{
    /// <summary>Rows that match, unsorted and unpaged, as one SQL projection into init-property rows.</summary>
    protected abstract IQueryable<TRow> Rows(TFilter filter);

    /// <summary>Where the rows come from: the database, unless <see cref="MemoryQuery{TFilter,TRow}"/> puts them together.</summary>
    private protected virtual Task<IQueryable<TRow>> SourceAsync(TFilter filter, CancellationToken cancellation) => Task.FromResult(Rows(filter));

    /// <summary>Sort keys of the list. A tie is always broken by <see cref="TieBreak"/>.</summary>
    protected abstract IReadOnlyDictionary<string, Expression<Func<TRow, object?>>> Sorts { get; }

    /// <summary>The order when none is asked for: a sort key, with a leading minus for descending.</summary>
    protected virtual string DefaultSort => Sorts.First().Key;

    /// <summary>Makes paging stable: a unique column.</summary>
    protected abstract Expression<Func<TRow, Guid>> TieBreak { get; }

    /// <summary>
    /// For a list of very many rows: the rows of these ids by themselves. Then which rows a page shows is asked first, of an index that must hold
    /// whatever filters and orders look at, and only those are read. Null: one question for the page, one for the count.
    /// </summary>
    protected virtual IQueryable<TRow>? RowsOf(List<Guid> ids) => null;

    /// <summary>For a list of one record (the members of an alliance): is that record there, within the actor's scope? If not, there is no list either.</summary>
    protected virtual Task<bool> IsThereAsync(TFilter filter, CancellationToken cancellation) => Task.FromResult(true);

    /// <summary>A last touch on the rows of one page, for words that SQL cannot make.</summary>
    protected virtual Task DressAsync(IReadOnlyList<TRow> rows, CancellationToken cancellation) => Task.CompletedTask;

    public Task<Outcome<Page<TRow>>> RunAsync(TFilter filter, CancellationToken cancellation = default)
        => MeasuredAsync(() => PageAsync(filter, cancellation));

    /// <summary>The whole list as shown (same filter, same order), in blocks, at most <see cref="ExportLimit"/> rows.</summary>
    public Task<Outcome<IReadOnlyList<TRow>>> ExportAsync(TFilter filter, CancellationToken cancellation = default)
        => MeasuredAsync(() => WholeAsync(filter, cancellation));

    public const int ExportLimit = 100_000;

    /// <summary>Of a list of very many rows so many hits of a search are counted while they are looked for.</summary>
    private const int CountedAlong = 500;

    private async Task<Outcome<Page<TRow>>> PageAsync(TFilter filter, CancellationToken cancellation)
    {
        if (!Access.Allows(Actor)) return Outcome<Page<TRow>>.Denied();
        var errors = InputValidator.Validate(filter);
        if (errors.Count > 0) return Outcome<Page<TRow>>.Invalid(errors);
        if (Spend<Page<TRow>>(Budget) is { } spent) return spent;
        if (!await IsThereAsync(filter, cancellation)) return Outcome<Page<TRow>>.NotFound();

        var rows = await SourceAsync(filter, cancellation);
        var (skip, take) = ((int)Math.Min((long)(filter.PageClamped - 1) * filter.PageSizeClamped, int.MaxValue), filter.PageSizeClamped);
        var (items, total) = RowsOf([]) is null
            ? (await ListAsync(Sorted(rows, filter.Sort).Skip(skip).Take(take), cancellation), rows is IAsyncEnumerable<TRow> ? await rows.CountAsync(cancellation) : rows.Count())
            : await OfManyAsync(rows, filter, skip, take, cancellation);
        await DressAsync(items, cancellation);
        return Outcome<Page<TRow>>.Done(new(items, total, filter.PageClamped, filter.PageSizeClamped));
    }

    private async Task<(List<TRow> Items, int Total)> OfManyAsync(IQueryable<TRow> rows, TFilter filter, int skip, int take, CancellationToken cancellation)
    {
        var ids = Sorted(rows, filter.Sort).Select(TieBreak);
        List<Guid> first = [];
        int total;
        if (string.IsNullOrWhiteSpace(filter.Query))
        {
            total = await rows.CountAsync(cancellation);
        }
        else
        {
            // Who searches means few: looked for once, they are counted too.
            first = await ids.Take(CountedAlong + 1).ToListAsync(cancellation);
            total = first.Count <= CountedAlong ? first.Count : await rows.CountAsync(cancellation);
        }

        if (skip >= total) return ([], total);
        var shown = skip + take <= first.Count || first.Count == total ? first.Skip(skip).Take(take).ToList() : await ids.Skip(skip).Take(take).ToListAsync(cancellation);
        return (await Sorted(RowsOf(shown)!, filter.Sort).ToListAsync(cancellation), total);
    }

    private async Task<Outcome<IReadOnlyList<TRow>>> WholeAsync(TFilter filter, CancellationToken cancellation)
    {
        if (!Access.Allows(Actor)) return Outcome<IReadOnlyList<TRow>>.Denied();
        var errors = InputValidator.Validate(filter);
        if (errors.Count > 0) return Outcome<IReadOnlyList<TRow>>.Invalid(errors);
        if (Spend<IReadOnlyList<TRow>>(Limits.Budget.Exports) is { } spent) return spent;
        if (!await IsThereAsync(filter, cancellation)) return Outcome<IReadOnlyList<TRow>>.NotFound();

        var items = await ListAsync(Sorted(await SourceAsync(filter, cancellation), filter.Sort).Take(ExportLimit), cancellation);
        await DressAsync(items, cancellation);
        return Outcome<IReadOnlyList<TRow>>.Done(items);
    }

    private static async Task<List<TRow>> ListAsync(IQueryable<TRow> rows, CancellationToken cancellation)
        => rows is IAsyncEnumerable<TRow> ? await rows.ToListAsync(cancellation) : [.. rows];

    private IQueryable<TRow> Sorted(IQueryable<TRow> rows, string? sort)
    {
        if (sort is null || !Sorts.ContainsKey(sort.TrimStart('-'))) sort = DefaultSort;
        var descending = sort.StartsWith('-');
        var by = Sorts[sort.TrimStart('-')];
        var ordered = descending ? rows.OrderByDescending(by) : rows.OrderBy(by);
        return ordered.ThenBy(TieBreak);
    }
}

namespace LianMeng.Shared.UseCases;

/// <summary>A list of some hundred rows that no SQL makes, such as products of the chains with their firms: access, paging, sorting and export as for any <see cref="Query{TFilter,TRow}"/>.</summary>
public abstract class MemoryQuery<TFilter, TRow>(UseCaseContext context) : Query<TFilter, TRow>(context)
    where TFilter : ListFilter
    where TRow : class
{
    /// <summary>All rows that match, unsorted and unpaged.</summary>
    protected abstract Task<IReadOnlyList<TRow>> LoadAsync(TFilter filter, CancellationToken cancellation);

    /// <summary>There is no SQL: <see cref="LoadAsync"/> gives the rows.</summary>
    protected sealed override IQueryable<TRow> Rows(TFilter filter) => throw new NotSupportedException();

    private protected sealed override async Task<IQueryable<TRow>> SourceAsync(TFilter filter, CancellationToken cancellation)
        => (await LoadAsync(filter, cancellation)).AsQueryable();

    /// <summary>A tie break for rows without an id: their place in the natural order.</summary>
    protected static Guid Place(int position) => new(position, 0, 0, new byte[8]);
}

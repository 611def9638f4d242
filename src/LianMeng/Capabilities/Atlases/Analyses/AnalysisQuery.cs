using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>A list of an analysis: of an atlas that is there, with the state of its tasks on every row. Rows hold only what the actor may see.</summary>
public abstract class AnalysisQuery<TFilter, TRow>(UseCaseContext context, AnalysisDesk desk) : MemoryQuery<TFilter, TRow>(context)
    where TFilter : AnalysisFilter
    where TRow : AnalysisRow
{
    private OpenAtlas? open;

    public sealed override Access Access => Access.Needs(AtlasesCapability.Read);

    protected AnalysisDesk Desk => desk;

    protected sealed override System.Linq.Expressions.Expression<Func<TRow, Guid>> TieBreak => r => r.Place;

    protected sealed override async Task<bool> IsThereAsync(TFilter filter, CancellationToken cancellation)
        => (open = await desk.OpenAsync(filter.Id, filter.Issue, cancellation)) is not null && await IsAskableAsync(filter, await desk.AnalyseAsync(open, cancellation), cancellation);

    /// <summary>For a list of one firm: is it there, for this actor?</summary>
    protected virtual Task<bool> IsAskableAsync(TFilter filter, AtlasAnalysis analysis, CancellationToken cancellation) => Task.FromResult(true);

    protected sealed override async Task<IReadOnlyList<TRow>> LoadAsync(TFilter filter, CancellationToken cancellation)
    {
        var rows = await RowsAsync(filter, await desk.AnalyseAsync(open!, cancellation), cancellation);
        return filter.Query?.Trim() is { Length: > 0 } typed ? [.. rows.Where(row => TextOf(row).Contains(typed, StringComparison.OrdinalIgnoreCase))] : rows;
    }

    protected abstract Task<IReadOnlyList<TRow>> RowsAsync(TFilter filter, AtlasAnalysis analysis, CancellationToken cancellation);

    /// <summary>What is searched: only what the row shows.</summary>
    protected abstract string TextOf(TRow row);

    protected sealed override Task DressAsync(IReadOnlyList<TRow> rows, CancellationToken cancellation) => desk.DressAsync(open!.Atlas.Id, rows, cancellation);
}

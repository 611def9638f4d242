using LianMeng.Capabilities.Atlases.Tasks;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>What a use case of an analysis asks of the house.</summary>
public sealed class AnalysisDesk(AtlasShelf shelf, AtlasAnalyst analyst, AtlasTaskBook book, Actor actor)
{
    public AtlasTaskBook Tasks => book;

    /// <summary>May the actor know who deals with whom, all over the district?</summary>
    public bool SeesRelations => book.IsOfficer;

    /// <summary>The firm that the actor speaks for.</summary>
    public Guid? OwnFirm => actor.OrganisationId;

    public Task<OpenAtlas?> OpenAsync(Guid id, int? issue, CancellationToken cancellation) => shelf.OpenAsync(id, issue, cancellation);

    public Task<AtlasAnalysis> AnalyseAsync(OpenAtlas open, CancellationToken cancellation) => analyst.OfAsync(open, cancellation);

    /// <summary>Is one of these the actor's own firm, or may the actor see all?</summary>
    public bool MaySee(params ReadOnlySpan<Guid> firms) => SeesRelations || (OwnFirm is { } own && firms.Contains(own));

    internal async Task DressAsync(Guid atlasId, IEnumerable<AnalysisRow> rows, CancellationToken cancellation)
    {
        var marks = await book.MarksAsync(atlasId, cancellation);
        foreach (var row in rows) (row.Tasks, row.Actions) = ([.. marks[row.Row]], [.. row.Subject.Actions.Where(action => book.MayStart(row.Subject, action))]);
    }
}

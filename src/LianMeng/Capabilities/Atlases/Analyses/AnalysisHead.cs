namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>Of what an analysis is.</summary>
/// <param name="AtlasId">The atlas.</param>
/// <param name="Title">Its name.</param>
/// <param name="Issue">0 the draft.</param>
/// <param name="IssueWords">第 2 期 or 草稿.</param>
/// <param name="Asked">The issue that was asked for; null for the latest.</param>
public sealed record AnalysisHead(Guid AtlasId, string Title, int Issue, string IssueWords, int? Asked)
{
    internal static AnalysisHead Of(OpenAtlas open, int? asked) => new(open.Atlas.Id, open.Atlas.Title, open.Issue, open.IssueWords, asked);
}

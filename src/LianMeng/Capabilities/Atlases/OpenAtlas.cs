namespace LianMeng.Capabilities.Atlases;

/// <summary>An atlas opened at one of its issues.</summary>
/// <param name="Atlas">The atlas.</param>
/// <param name="Issue">0 the draft, 1 … the issues.</param>
/// <param name="PublishedAt">UTC, of this issue; null for the draft.</param>
/// <param name="Graph">Its content.</param>
public sealed record OpenAtlas(Atlas Atlas, int Issue, DateTime? PublishedAt, AtlasGraph Graph)
{
    public AtlasContent Content => Graph.Content;

    /// <summary>第 2 期 or 草稿.</summary>
    public string IssueWords => WordsOf(Issue);

    internal static string WordsOf(int issue) => issue == 0 ? "草稿" : $"第 {issue} 期";
}

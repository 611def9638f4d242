namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>What stands over every picture of an atlas.</summary>
/// <param name="Issue">0 the draft.</param>
/// <param name="PublishedAt">UTC, of this issue.</param>
/// <param name="AsAt">UTC: the register as it is now.</param>
/// <param name="Issues">Those that the actor may open, the newest first.</param>
/// <param name="Keeps">The actor works on its draft.</param>
/// <param name="OwnFirm">The firm that the actor speaks for.</param>
public sealed record AtlasHead(
    Guid Id, string Title, string Chain, string District, string? Note, int Issue, string IssueWords, DateTime? PublishedAt, DateTime AsAt, IReadOnlyList<IssueChoice> Issues, bool Keeps, Guid? OwnFirm,
    IReadOnlyList<AtlasStage> Stages);

/// <param name="Number">0 the draft.</param>
/// <param name="PublishedAt">UTC; null for the draft.</param>
public sealed record IssueChoice(int Number, string Words, DateTime? PublishedAt);

namespace LianMeng.Capabilities.Notices.Public;

/// <summary>Something a person shall be told.</summary>
/// <param name="Title">one line; cut at 200 characters</param>
/// <param name="Text">what it means and what to do; cut at 1 000 characters</param>
/// <param name="Href">where it leads: a path of this platform, such as <c>/operations/…</c></param>
/// <param name="SubjectId">the record it is about</param>
/// <param name="DedupKey">the same key is told to the same person once; at most 120 characters</param>
/// <param name="Digest">the notice with this key is raised instead: its count grows, its words are replaced, it is unread again</param>
public sealed record NoticeDraft(Guid UserId, NoticeKind Kind, string Title, string Text, string Href, Guid? SubjectId, string DedupKey, bool Digest = false);

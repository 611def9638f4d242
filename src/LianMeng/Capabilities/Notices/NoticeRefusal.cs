using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Notices;

/// <summary>A person does not want to be told of this topic. It goes with the person, whichever district they write to.</summary>
public sealed class NoticeRefusal : ICityWide
{
    private NoticeRefusal() { }

    public Guid Id { get; private set; }
    public Guid UserId { get; private set; }
    public NoticeTopic Topic { get; private set; }

    public static NoticeRefusal Of(Guid userId, NoticeTopic topic) => new() { Id = Guid.CreateVersion7(), UserId = userId, Topic = topic };

    /// <summary>The topic of a kind of notices; null for what is always told.</summary>
    public static NoticeTopic? TopicOf(NoticeKind kind) => kind switch
    {
        NoticeKind.NewMatch or NoticeKind.MatchDigest => NoticeTopic.Matches,
        NoticeKind.SavedSearch => NoticeTopic.SavedSearches,
        _ => null,
    };
}

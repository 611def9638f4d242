using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Notices;

/// <summary>Somebody was told something; what it said stands in the notice.</summary>
public sealed record NoticeSent(Guid NoticeId, Guid UserId, NoticeKind About, Guid? SubjectId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [NoticeId, UserId];
    public override string Words => "发出消息";
}

/// <summary>A person chose what they do not want to be told.</summary>
/// <param name="Off">every topic that is off from now on</param>
public sealed record NoticeTopicsChosen(Guid UserId, IReadOnlyList<NoticeTopic> Off) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UserId];
    public override string Words => Off is { Count: > 0 } ? $"选择想收到的消息（不要{string.Join("、", Off.Select(topic => ListExport.Words(topic)))}）" : "选择想收到的消息（全部）";
}

public sealed record NoticesRead(Guid UserId, IReadOnlyList<Guid> NoticeIds) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UserId];
    public override string Words => "消息已读";
}

using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Notices;

/// <summary>Somebody was told something; what it said stands in the notice.</summary>
public sealed record NoticeSent(Guid NoticeId, Guid UserId, NoticeKind About, Guid? SubjectId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [NoticeId, UserId];
    public override string Words => "发出消息";
}

public sealed record NoticesRead(Guid UserId, IReadOnlyList<Guid> NoticeIds) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UserId];
    public override string Words => "消息已读";
}

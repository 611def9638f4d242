using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Alliances;

/// <summary>An alliance began to be founded.</summary>
public sealed record AllianceFounded(Guid AllianceId, AllianceKind Form) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [AllianceId];
    public override string Words => $"筹建联盟（{ListExport.Words(Form)}）";
}

/// <summary>What is said of an alliance changed, field by field.</summary>
public sealed record AllianceChanged(Guid AllianceId, IReadOnlyList<FieldChange> Changes) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [AllianceId];
    public override string Words => "修改联盟资料";
    public override IReadOnlyList<FieldChange> Details => Changes;
}

/// <summary>An alliance took a step of its life. Its members are named, because what they share ends with it.</summary>
public sealed record AllianceMoved(Guid AllianceId, AllianceState From, AllianceState To, string Reason, IReadOnlyList<Guid> Members) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [AllianceId, .. Members];
    public override string Words => $"联盟状态：{ListExport.Words(From)} → {ListExport.Words(To)}（{Reason}）";
}

/// <summary>An approval of an alliance was written down.</summary>
public sealed record ApprovalRecorded(Guid AllianceId, Guid ApprovalId, string DocumentNumber, DateOnly Date) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [AllianceId, ApprovalId];
    public override string Words => $"登记批复：{DocumentNumber}，{Date:yyyy-MM-dd}";
}

/// <summary>What an alliance runs on was stated.</summary>
public sealed record GuaranteeStated(Guid AllianceId, IReadOnlyList<FieldChange> Changes) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [AllianceId];
    public override string Words => "修改运行保障";
    public override IReadOnlyList<FieldChange> Details => Changes;
}

/// <summary>A membership began: applied for, or known from an approval or a list.</summary>
public sealed record MembershipBegun(Guid MembershipId, Guid AllianceId, Guid OrganisationId, MembershipState State, string Reason) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [MembershipId, AllianceId, OrganisationId];
    public override string Words => $"联盟成员：{ListExport.Words(State)}（{Reason}）";
}

/// <summary>A membership took a step.</summary>
public sealed record MembershipMoved(Guid MembershipId, Guid AllianceId, Guid OrganisationId, MembershipState From, MembershipState To, string Reason) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [MembershipId, AllianceId, OrganisationId];
    public override string Words => $"联盟成员状态：{ListExport.Words(From)} → {ListExport.Words(To)}（{Reason}）";
}

/// <summary>The day on which somebody became a member was corrected.</summary>
public sealed record MembershipCorrected(Guid MembershipId, Guid AllianceId, Guid OrganisationId, IReadOnlyList<FieldChange> Changes) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [MembershipId, OrganisationId];
    public override string Words => "更正成员资料";
    public override IReadOnlyList<FieldChange> Details => Changes;
}

/// <summary>A membership was reviewed.</summary>
public sealed record MembershipReviewed(Guid MembershipId, Guid AllianceId, Guid OrganisationId, ReviewDecision Decision, string Reason) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [MembershipId, AllianceId, OrganisationId];
    public override string Words => $"年度复核：{ListExport.Words(Decision)}（{Reason}）";
}

/// <summary>It was judged whether a member may take the chair.</summary>
public sealed record MemberJudged(Guid MembershipId, Guid AllianceId, Guid OrganisationId, bool IsFit, string Reason) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [MembershipId, OrganisationId];
    public override string Words => $"轮值资格认定：{(IsFit ? "基础较好、有一定影响力" : "暂不具备")}（{Reason}）";
}

/// <summary>An instructor was named for a member, or none any more.</summary>
public sealed record InstructorNamed(Guid MembershipId, Guid AllianceId, Guid OrganisationId, Guid? UserId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => UserId is { } user ? [MembershipId, OrganisationId, user] : [MembershipId, OrganisationId];
    public override string Words => UserId is null ? "取消党建指导员" : "指定党建指导员";
}

/// <summary>An activity or service for a member was written down.</summary>
public sealed record ServiceRecorded(Guid AllianceId, Guid OrganisationId, Guid ServiceId, ServiceKind What, DateOnly On) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [AllianceId, OrganisationId, ServiceId];
    public override string Words => $"记录服务或活动：{ListExport.Words(What)}，{On:yyyy-MM-dd}";
}

/// <summary>A file of memberships was taken over: the file by its hash, and what came of its rows.</summary>
public sealed record MembershipsImported(string FileHash, int New, int Changed, int Same, int Rejected) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [];
    public override string Words => $"导入联盟成员：新增 {New}，变更 {Changed}，未变 {Same}，退回 {Rejected}";
}

/// <summary>A term of the rotating chair came to be, was answered, or ended.</summary>
public sealed record ChairTermMoved(Guid TermId, Guid AllianceId, Guid OrganisationId, ChairState? From, ChairState To, string? Reason) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [TermId, AllianceId, OrganisationId];
    public override string Words => $"轮值单位：{(From is { } before ? ListExport.Words(before) + " → " : "")}{ListExport.Words(To)}{(Reason is null ? "" : $"（{Reason}）")}";
}

/// <summary>An entry was written into a register.</summary>
public sealed record EntryRaised(Guid EntryId, Guid AllianceId, Guid? OrganisationId, RegisterKind Register, DateOnly? Deadline) : Fact
{
    public override IReadOnlyList<Guid> Subjects => OrganisationId is { } owner ? [EntryId, AllianceId, owner] : [EntryId, AllianceId];
    public override string Words => $"登记清单事项：{ListExport.Words(Register)}{(Deadline is { } day ? $"，期限 {day:yyyy-MM-dd}" : "")}";
}

/// <summary>An entry changed, field by field.</summary>
public sealed record EntryChanged(Guid EntryId, Guid AllianceId, IReadOnlyList<FieldChange> Changes) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [EntryId];
    public override string Words => "修改清单事项";
    public override IReadOnlyList<FieldChange> Details => Changes;
}

/// <summary>An entry was finished, struck off or sent back.</summary>
public sealed record EntryMoved(Guid EntryId, Guid AllianceId, Guid? OrganisationId, RegisterState From, RegisterState To, string Reason) : Fact
{
    public override IReadOnlyList<Guid> Subjects => OrganisationId is { } owner ? [EntryId, AllianceId, owner] : [EntryId, AllianceId];
    public override string Words => $"清单事项：{ListExport.Words(From)} → {ListExport.Words(To)}（{Reason}）";
}

/// <summary>Whatever somebody had open in an alliance is seen to by somebody else.</summary>
public sealed record EntriesHandedOver(Guid AllianceId, Guid FromUserId, Guid ToUserId, int Count, IReadOnlyList<Guid> Entries) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [AllianceId, FromUserId, ToUserId, .. Entries];
    public override string Words => $"移交清单事项：{Count} 项";
}

/// <summary>A file of entries was taken over: the file by its hash, and what came of its rows.</summary>
public sealed record EntriesImported(string FileHash, int New, int Same, int Rejected) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [];
    public override string Words => $"导入联盟清单：新增 {New}，已有 {Same}，退回 {Rejected}";
}

/// <summary>An officer reminded a tier of an alliance.</summary>
public sealed record AllianceReminded(Guid AllianceId, RemindAlliance.Audience Tier, int Told) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [AllianceId];
    public override string Words => $"提醒：{ListExport.Words(Tier)}，{Told} 人";
}

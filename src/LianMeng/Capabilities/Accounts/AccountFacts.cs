using System.Text.Json.Serialization;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Version 1 knew no sessions.</summary>
public sealed record SignedIn(
    Guid UserId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? SessionId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SignInMethod? Method = null) : Fact
{
    public override int V => SessionId is null ? 1 : 2;
    public override IReadOnlyList<Guid> Subjects => [UserId];
    public override string Words => Method is { } method ? $"登录（{ListExport.Words(method)}）" : "登录";
}

/// <summary>
/// A wrong password or code. These facts are the lock-out's counter, for names that nobody has as well (their id is a digest of the
/// name): else the lock-out would tell which names exist.
/// </summary>
public sealed record SignInFailed(Guid AccountId, bool Exists) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [AccountId];
    public override string Words => Exists ? "登录失败" : "登录失败（账号不存在）";
}

public sealed record AccountCreated(Guid UserId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UserId];
    public override string Words => "开设账号";
}

/// <summary>Version 1 knew no invitations: whoever gave the post was the actor. Version 2 knew no alliances.</summary>
public sealed record MandateGiven(
    Guid UserId, Guid MandateId, Role Role, Guid? DistrictId, Guid? OrganisationId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? InvitationId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? AllianceId = null) : Fact
{
    public override int V => AllianceId is not null ? 3 : InvitationId is not null ? 2 : 1;
    public override IReadOnlyList<Guid> Subjects => [UserId, MandateId, .. InvitationId is { } invitation ? [invitation] : Array.Empty<Guid>(), .. AllianceId is { } alliance ? [alliance] : Array.Empty<Guid>()];
    public override string Words => InvitationId is null ? "任职" : "任职（接受邀请）";
}

/// <summary>Neither name nor code: the one is personal, the other a secret.</summary>
/// <param name="ExpiresAt">UTC</param>
public sealed record InvitationMade(Guid InvitationId, Role Role, Guid? DistrictId, Guid? OrganisationId, DateTime ExpiresAt) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [InvitationId];
    public override string Words => $"发出邀请（{Role.Title()}）";
}

/// <param name="NewAccount">false where somebody who had an account took the post with it</param>
public sealed record InvitationAccepted(Guid InvitationId, Guid InvitedBy, Guid UserId, bool NewAccount) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [InvitationId, UserId];
    public override string Words => NewAccount ? "接受邀请（新开账号）" : "接受邀请（已有账号）";
}

/// <param name="ReplacedBy">the invitation that was made instead</param>
public sealed record InvitationWithdrawn(Guid InvitationId, Guid? ReplacedBy) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [InvitationId];
    public override string Words => ReplacedBy is null ? "撤回邀请" : "撤回邀请（重新生成）";
}

public sealed record PasswordChanged(Guid UserId, bool ByAdministrator) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UserId];
    public override string Words => ByAdministrator ? "管理员重设密码" : "修改密码";
}

public sealed record SessionsEnded(Guid UserId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UserId];
    public override string Words => "退出全部登录";
}

public sealed record AccountDisabled(Guid UserId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UserId];
    public override string Words => "停用账号";
}

public sealed record AccountEnabled(Guid UserId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UserId];
    public override string Words => "恢复账号";
}

public sealed record SessionEnded(Guid UserId, Guid SessionId, SessionEnd Why) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UserId];
    public override string Words => $"登录结束（{ListExport.Words(Why)}）";
}

public sealed record OtherSessionsEnded(Guid UserId, int Count) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UserId];
    public override string Words => $"退出其他登录（{Count} 处）";
}

public sealed record IdentityConfirmed(Guid UserId, Guid SessionId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UserId];
    public override string Words => "再次输入密码确认本人";
}

/// <summary>Version 1 knew no alliances and no reasons.</summary>
public sealed record MandateEnded(
    Guid UserId, Guid MandateId, Role Role, Guid? DistrictId, Guid? OrganisationId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? AllianceId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null) : Fact
{
    public override int V => AllianceId is null && Reason is null ? 1 : 2;
    public override IReadOnlyList<Guid> Subjects => AllianceId is { } alliance ? [UserId, MandateId, alliance] : [UserId, MandateId];
    public override string Words => $"免去职务（{Role.Title()}）" + (Reason is null ? "" : $"：{Reason}");
}

/// <summary>Somebody stands on the list of posts who has no account yet.</summary>
public sealed record PersonNamed(Guid UserId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UserId];
    public override string Words => "列入任职名单（尚未开户）";
}

public sealed record SecondFactorAdded(Guid UserId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UserId];
    public override string Words => "启用验证器";
}

public sealed record SecondFactorRemoved(Guid UserId, bool ByAdministrator) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UserId];
    public override string Words => ByAdministrator ? "管理员取消验证器" : "停用验证器";
}

public sealed record RecoveryCodesMade(Guid UserId, int Count) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UserId];
    public override string Words => $"生成恢复码（{Count} 个）";
}

public sealed record RecoveryCodeUsed(Guid UserId, int Left) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UserId];
    public override string Words => $"使用恢复码（剩 {Left} 个）";
}

/// <param name="PasskeyId">a digest of the credential's id</param>
public sealed record PasskeyAdded(Guid UserId, Guid PasskeyId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UserId];
    public override string Words => "添加通行密钥";
}

public sealed record PasskeyRemoved(Guid UserId, Guid PasskeyId, bool ByAdministrator) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UserId];
    public override string Words => ByAdministrator ? "管理员移除通行密钥" : "移除通行密钥";
}

using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Accounts;

public sealed record SignedIn(Guid UserId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UserId];
    public override string Words => "登录";
}

/// <summary>
/// A wrong password. These facts are the lock-out's counter, for names that nobody has as well (their id is a digest of the
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

public sealed record MandateGiven(Guid UserId, Guid MandateId, Role Role, Guid? DistrictId, Guid? OrganisationId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [UserId, MandateId];
    public override string Words => "任职";
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

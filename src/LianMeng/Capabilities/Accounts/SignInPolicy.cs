using LianMeng.Shared.Access;
using LianMeng.Shared.Settings;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Who must sign in with two factors, and what they may do until they can: see to it that they can.</summary>
public sealed class SignInPolicy(SettingValues settings)
{
    public static readonly Setting Administrators = Setting.Switch("Accounts:SecondFactorForAdministrators", "登录", "系统管理员和审计员必须用第二重验证登录",
        "打开后，没有启用验证器、也不是用通行密钥登录的系统管理员和审计员，只能先去启用，不能做别的。");

    /// <summary>Where those are led.</summary>
    public const string Page = "/me/security";

    private static readonly string[] Allowed = [Page, "/sign-in", "/sign-out", "/api/me/second-factor", "/api/me/passkeys", "/api/me/recovery-codes", "/api/me/confirm", "/api/me/security", "/js", "/css", "/lib"];

    /// <summary>Is this person kept from everything but <see cref="Page"/>?</summary>
    public bool Holds(Actor actor)
        => actor.Session is { TwoFactors: false } && (actor.Is(Role.SystemAdministrator) || actor.Is(Role.Auditor)) && settings.IsOn(Administrators);

    public static bool IsAllowed(PathString path) => Allowed.Any(a => path.StartsWithSegments(a)) || path.Value!.StartsWith("/favicon", StringComparison.Ordinal);
}

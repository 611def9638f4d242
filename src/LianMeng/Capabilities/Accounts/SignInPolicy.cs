using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Who must sign in with two factors, and what they may do until they can: see to it that they can.</summary>
public sealed class SignInPolicy
{
    /// <summary>Where those are led.</summary>
    public const string Page = "/me/security";

    private static readonly string[] Allowed = [Page, "/sign-in", "/sign-out", "/api/me/second-factor", "/api/me/passkeys", "/api/me/recovery-codes", "/api/me/confirm", "/api/me/security", "/js", "/css", "/lib"];

    /// <summary>Is this person kept from everything but <see cref="Page"/>?</summary>
    public bool Holds(Actor actor)
        => actor.Session is { TwoFactors: false } && (actor.Is(Role.SystemAdministrator) || actor.Is(Role.Auditor)) && IsOn();

    public static bool IsAllowed(PathString path) => Allowed.Any(a => path.StartsWithSegments(a));

    private static bool IsOn() => AccountsCapability.SecondFactorForAdministrators == 1;
}

using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;
using Microsoft.AspNetCore.Identity;

namespace LianMeng.Capabilities.Accounts;

/// <summary>A person's account. Rights come from mandates, never from the account itself.</summary>
public sealed class User : IdentityUser<Guid>, ICityWide, IVersioned
{
    public const int NameLimit = 64;
    public const string NamePattern = @"[\p{L}\p{N}][\p{L}\p{N}._@-]*";
    public const string NameProblem = "“用户名”只能用文字、数字和 . _ @ -，并以文字或数字开头。";

    private User() { }

    public string DisplayName { get; private set; } = "";

    /// <summary>A disabled account keeps its history and cannot sign in; its sessions end with the next request.</summary>
    public bool Disabled { get; private set; }

    public Guid Version { get; private set; }

    public static User Create(string userName, string displayName) => new()
    {
        Id = Guid.CreateVersion7(),
        UserName = userName,
        NormalizedUserName = userName.ToUpperInvariant(),
        DisplayName = displayName,
        SecurityStamp = NewStamp(),
    };

    /// <summary>Somebody who holds a post and has no account yet: no password opens it until an invitation gave it one.</summary>
    public static User Named(string displayName) => Create($"person-{Guid.CreateVersion7():N}", displayName);

    /// <summary>Whoever brought the invitation chose how to sign in.</summary>
    public void Open(string userName, string hash)
    {
        (UserName, NormalizedUserName) = (userName, userName.ToUpperInvariant());
        SetPassword(hash);
    }

    /// <summary>Every session and token issued so far ends with its next request.</summary>
    public void EndSessions() => SecurityStamp = NewStamp();

    public void SetPassword(string hash)
    {
        PasswordHash = hash;
        EndSessions();
    }

    public void Disable()
    {
        Disabled = true;
        EndSessions();
    }

    public void Enable() => Disabled = false;

    /// <summary>From now on a password alone does not open the account (or does again).</summary>
    public void UseSecondFactor(bool yes) => TwoFactorEnabled = yes;

    private static string NewStamp() => Guid.CreateVersion7().ToString("N") + Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
}

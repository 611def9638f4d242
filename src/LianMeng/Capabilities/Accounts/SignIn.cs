using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Limits;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// Checks a password. Failures are facts, and the facts are the budget: <see cref="MostFailures"/> in <see cref="Window"/> lock the
/// account until the oldest of them is out of the window. An unknown name costs the same time as a known one.
/// </summary>
public sealed class SignIn(UseCaseContext context, IPasswordHasher<User> hasher) : Command<SignIn.Input, SignIn.Session>(context)
{
    public const int MostFailures = 10;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private const string Wrong = "用户名或密码不对，请检查后重新输入。忘记密码请联系系统管理员重设。";

    // A hash of nothing in particular, made once with the same iteration count.
    private static readonly Lock Once = new();
    private static string? nobodysHash;

    public sealed class Input
    {
        [Display(Name = "用户名"), Required, StringLength(64)]
        public string? UserName { get; set; }

        [Display(Name = "密码"), Required, StringLength(PasswordRules.Most), DataType(DataType.Password)]
        public string? Password { get; set; }
    }

    /// <summary>What a cookie or a token is made of.</summary>
    public sealed record Session(Guid UserId, string Stamp);

    public override Access Access => Access.Open("登录之前谁都没有登录");

    public override Budget? Budget => Shared.Limits.Budget.SignIns;

    // Guesses sent at once would each find the budget unspent: attempts on one account are made one after another.
    protected override string? LockName(Input input) => $"sign-in:{NameOf(input)}";

    protected override async Task<Outcome<Session>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var name = NameOf(input);
        var user = await Db.Users.FirstOrDefaultAsync(u => u.NormalizedUserName == name, cancellation);
        var accountId = user?.Id ?? new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
        if (await SpentAsync(accountId, cancellation))
            return Outcome<Session>.Refused($"这个账号 {Window.TotalMinutes:0} 分钟内输错密码已达 {MostFailures} 次，请 {Window.TotalMinutes:0} 分钟后再试，或联系系统管理员重设密码。");

        var right = hasher.VerifyHashedPassword(user!, user?.PasswordHash ?? NobodysHash(), input.Password!) != PasswordVerificationResult.Failed;
        if (user is null || !right) return Outcome<Session>.Refused(Wrong, new SignInFailed(accountId, user is not null));
        if (user.Disabled) return Outcome<Session>.Refused("这个账号已停用；如需恢复，请联系系统管理员。", new SignInFailed(user.Id, Exists: true));

        Record(new SignedIn(user.Id));
        return Outcome<Session>.Done(new(user.Id, user.SecurityStamp!));
    }

    private static string NameOf(Input input) => input.UserName!.Trim().ToUpperInvariant();

    private async Task<bool> SpentAsync(Guid userId, CancellationToken cancellation)
    {
        var since = Now - Window;
        // A changed password opens the account again: only failures after it count.
        var recent = Db.Set<LedgerEntry>().Where(e => e.At > since)
            .Join(Db.Set<LedgerSubject>().Where(s => s.EntityId == userId), e => e.Seq, s => s.Seq, (e, _) => new { e.Seq, e.Kind });
        var reset = await recent.Where(e => e.Kind == nameof(PasswordChanged) || e.Kind == nameof(SignedIn)).MaxAsync(e => (long?)e.Seq, cancellation) ?? 0;
        return await recent.CountAsync(e => e.Seq > reset && e.Kind == nameof(SignInFailed), cancellation) >= MostFailures;
    }

    private string NobodysHash()
    {
        lock (Once) return nobodysHash ??= hasher.HashPassword(null!, "nobody's password");
    }
}

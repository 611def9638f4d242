using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using LianMeng.Shared.Access;
using LianMeng.Shared.Limits;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// Checks a password and, where the account has a second factor, a code. Failures are facts, and the facts are the budget:
/// <see cref="MostFailures"/> in <see cref="Window"/> lock the account until the oldest of them is out of the window. An unknown name
/// costs the same time as a known one, and who has a second factor is told only to those who have the password.
/// </summary>
public sealed class SignIn(UseCaseContext context, IPasswordHasher<User> hasher, SignInBudget budget, SecondFactors factors, UserSessions sessions, Tickets tickets)
    : Command<SignIn.Input, SignIn.Entry>(context)
{
    public const int MostFailures = 10;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    internal const string TicketPurpose = "sign-in";
    internal const string WrongCode = "验证码不对，或已经用过。请等验证器显示下一个验证码再输入；也可以输入一个没用过的恢复码。";
    internal const string Disabled = "这个账号已停用；如需恢复，请联系系统管理员。";
    private const string Wrong = "用户名或密码不对，请检查后重新输入。忘记密码请联系系统管理员重设。";
    private static readonly TimeSpan TicketLife = TimeSpan.FromMinutes(5);

    // A hash of nothing in particular, made once with the same iteration count.
    private static readonly Lock Once = new();
    private static string? nobodysHash;

    public sealed class Input
    {
        [Display(Name = "用户名"), Required, StringLength(64)]
        public string? UserName { get; set; }

        [Display(Name = "密码"), Required, StringLength(PasswordRules.Most), DataType(DataType.Password)]
        public string? Password { get; set; }

        [Display(Name = "验证码或恢复码"), StringLength(SecondFactors.CodeLimit)]
        public string? Code { get; set; }
    }

    /// <summary>What a cookie or a token is made of.</summary>
    public sealed record Session(Guid UserId, string Stamp, Guid SessionId);

    /// <summary>A session, or for accounts with a second factor and without a code the ticket to the second step (<see cref="SignInWithCode"/>).</summary>
    public sealed record Entry(Session? Session, string? Ticket);

    /// <summary>That the password was right, as long as it stays the password.</summary>
    internal sealed record PasswordPassed(Guid UserId, string Name, string Stamp);

    public override Access Access => Access.Open("登录之前谁都没有登录");

    public override Budget? Budget => Shared.Limits.Budget.SignIns;

    // Guesses sent at once would each find the budget unspent: attempts on one account are made one after another.
    protected override string? LockName(Input input) => LockOf(NameOf(input));

    internal static string LockOf(string normalizedName) => $"sign-in:{normalizedName}";

    // A session's cookie or token is shown to nobody twice, and no receipt keeps it.
    protected override bool KeepsReceipt => false;

    protected override async Task<Outcome<Entry>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var name = NameOf(input);
        var user = await Db.Users.FirstOrDefaultAsync(u => u.NormalizedUserName == name, cancellation);
        var accountId = user?.Id ?? new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
        if (await budget.IsSpentAsync(accountId, cancellation)) return Outcome<Entry>.Refused(SignInBudget.Spent);

        var right = hasher.VerifyHashedPassword(user!, user?.PasswordHash ?? NobodysHash(), input.Password!) != PasswordVerificationResult.Failed;
        if (user is null || !right) return Outcome<Entry>.Refused(Wrong, new SignInFailed(accountId, user is not null));
        if (user.Disabled) return Outcome<Entry>.Refused(Disabled, new SignInFailed(user.Id, Exists: true));
        if (!user.TwoFactorEnabled) return Outcome<Entry>.Done(new(await sessions.BeginAsync(user, SignInMethod.Password, cancellation), null));

        if (string.IsNullOrWhiteSpace(input.Code))
            return Outcome<Entry>.Done(new(null, tickets.Write(TicketPurpose, new PasswordPassed(user.Id, name, user.SecurityStamp!), TicketLife)));
        return await factors.TakeAsync(user, input.Code, cancellation) is { } method
            ? Outcome<Entry>.Done(new(await sessions.BeginAsync(user, method, cancellation), null))
            : Outcome<Entry>.Refused(WrongCode, new SignInFailed(user.Id, Exists: true));
    }

    private static string NameOf(Input input) => input.UserName!.Trim().ToUpperInvariant();

    private string NobodysHash()
    {
        lock (Once) return nobodysHash ??= hasher.HashPassword(null!, "nobody's password");
    }
}

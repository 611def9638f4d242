using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// The password once more, before how one signs in is changed: whoever finds an open browser shall not be able to.
/// Good for <see cref="UserSession.ConfirmedFor"/>, as signing in is. A wrong one counts like a wrong one at sign-in.
/// </summary>
public sealed class ConfirmIdentity(UseCaseContext context, IPasswordHasher<User> hasher, SignInBudget budget) : Command<ConfirmIdentity.Input, Guid>(context)
{
    public sealed class Input
    {
        [Display(Name = "密码"), Required, StringLength(PasswordRules.Most), DataType(DataType.Password)]
        public string? Password { get; set; }
    }

    public override Access Access => Access.SignedIn;

    protected override string? LockName(Input input) => $"confirm:{Actor.UserId}";

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.Session is not { } current || await Db.Set<UserSession>().FirstOrDefaultAsync(s => s.Id == current.Id, cancellation) is not { } session)
            return Outcome<Guid>.Refused("没有登录会话，请重新登录。");
        var user = await Db.Users.AsNoTracking().FirstAsync(u => u.Id == session.UserId, cancellation);
        if (await budget.IsSpentAsync(user.Id, cancellation)) return Outcome<Guid>.Refused(SignInBudget.Spent);
        if (hasher.VerifyHashedPassword(user, user.PasswordHash!, input.Password!) == PasswordVerificationResult.Failed)
            return Outcome<Guid>.Refused("密码不对，请重新输入。", new SignInFailed(user.Id, Exists: true));

        session.Confirm(Now);
        Record(new IdentityConfirmed(user.Id, session.Id));
        return Outcome<Guid>.Done(session.Id);
    }

    /// <summary>What an unconfirmed session is told; null when it is confirmed.</summary>
    internal static string? Missing(Actor actor, DateTime now)
        => actor.Session is { } session && now - session.ConfirmedAt <= UserSession.ConfirmedFor ? null
            : $"请先输入密码，确认是您本人（接口：POST /api/me/confirm），{UserSession.ConfirmedFor.TotalMinutes:0} 分钟内有效。";
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>One's own password; all sessions end, this one too: the new password is tried at once.</summary>
public sealed class ChangePassword(UseCaseContext context, IPasswordHasher<User> hasher, SignInBudget budget, UserSessions sessions)
    : Command<ChangePassword.Input, Guid>(context)
{
    public sealed class Input
    {
        [Display(Name = "现在的密码"), Required, StringLength(PasswordRules.Most), DataType(DataType.Password)]
        public string? Current { get; set; }

        [Display(Name = "新密码"), Required, StringLength(PasswordRules.Most), DataType(DataType.Password)]
        public string? Password { get; set; }
    }

    public override Access Access => Access.SignedIn;

    protected override string? LockName(Input input) => $"confirm:{Actor.UserId}";

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var user = await Db.Users.FirstOrDefaultAsync(u => u.Id == Actor.UserId, cancellation);
        if (user is null) return Outcome<Guid>.NotFound();
        if (await budget.IsSpentAsync(user.Id, cancellation)) return Outcome<Guid>.Refused(SignInBudget.Spent);
        if (hasher.VerifyHashedPassword(user, user.PasswordHash!, input.Current!) == PasswordVerificationResult.Failed)
            return Outcome<Guid>.Refused("现在的密码不对，请重新输入。", new SignInFailed(user.Id, Exists: true));
        if (PasswordRules.Problem(input.Password!, user.UserName!) is { } problem) return Outcome<Guid>.Invalid("password", problem);

        user.SetPassword(hasher.HashPassword(user, input.Password!));
        await sessions.EndAllAsync(user.Id, SessionEnd.PasswordChanged, cancellation);
        Record(new PasswordChanged(user.Id, ByAdministrator: false));
        return Outcome<Guid>.Done(user.Id);
    }
}

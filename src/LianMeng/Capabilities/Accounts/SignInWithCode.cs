using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Limits;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// The second step, after the password was right: a code of the authenticator or a recovery code. A wrong one counts like a
/// wrong password, under the same lock.
/// </summary>
public sealed class SignInWithCode(UseCaseContext context, SignInBudget budget, SecondFactors factors, UserSessions sessions, Tickets tickets)
    : Command<SignInWithCode.Input, SignIn.Session>(context)
{
    public sealed class Input
    {
        [Required, StringLength(Tickets.Limit)]
        public string? Ticket { get; set; }

        [Display(Name = "验证码或恢复码"), Required, StringLength(SecondFactors.CodeLimit)]
        public string? Code { get; set; }
    }

    public override Access Access => Access.Open("第二步登录，凭第一步密码正确的凭据");

    public override Budget? Budget => Shared.Limits.Budget.SignIns;

    protected override bool KeepsReceipt => false;

    protected override string? LockName(Input input) => Passed(input) is { } passed ? SignIn.LockOf(passed.Name) : null;

    protected override async Task<Outcome<SignIn.Session>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Passed(input) is not { } passed || await Db.Users.FirstOrDefaultAsync(u => u.Id == passed.UserId, cancellation) is not { } user
            || user.SecurityStamp != passed.Stamp || !user.TwoFactorEnabled)
            return Outcome<SignIn.Session>.Refused("登录已过期，请重新输入用户名和密码。");
        if (user.Disabled) return Outcome<SignIn.Session>.Refused(SignIn.Disabled);
        if (await budget.IsSpentAsync(user.Id, cancellation)) return Outcome<SignIn.Session>.Refused(SignInBudget.Spent);

        return await factors.TakeAsync(user, input.Code!, cancellation) is { } method
            ? Outcome<SignIn.Session>.Done(await sessions.BeginAsync(user, method, cancellation))
            : Outcome<SignIn.Session>.Refused(SignIn.WrongCode, new SignInFailed(user.Id, Exists: true));
    }

    private SignIn.PasswordPassed? Passed(Input input) => tickets.Read<SignIn.PasswordPassed>(SignIn.TicketPurpose, input.Ticket);
}

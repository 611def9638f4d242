using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Limits;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// Signs in whoever proves to hold a passkey and to be able to open it: two factors in one. There is nothing to guess, so the
/// budget of wrong passwords does not count here: who is locked out by a stranger still comes in.
/// </summary>
public sealed class SignInWithPasskey(UseCaseContext context, PasskeyCeremony passkeys, UserSessions sessions) : Command<SignInWithPasskey.Input, SignIn.Session>(context)
{
    private const string Unknown = "没有登录：这个通行密钥不属于任何账号（可能已被移除），或等待时间过长。请再试一次，或用密码登录。";

    public sealed class Input
    {
        [Display(Name = "设备的回应"), Required(ErrorMessage = AddPasskey.NoScript), StringLength(AddPasskey.AnswerLimit)]
        public string? Credential { get; set; }

        [StringLength(Tickets.Limit)]
        public string? State { get; set; }
    }

    public override Access Access => Access.Open("登录之前谁都没有登录");

    public override Budget? Budget => Shared.Limits.Budget.SignIns;

    protected override bool KeepsReceipt => false;

    protected override Outcome<SignIn.Session> OnDuplicate() => Outcome<SignIn.Session>.Refused(Unknown);

    protected override async Task<Outcome<SignIn.Session>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (await passkeys.CheckSignInAsync(input.State ?? "", input.Credential!) is not { } answer) return Outcome<SignIn.Session>.Refused(Unknown);
        var user = await Db.Users.FirstAsync(u => u.Id == answer.UserId, cancellation);
        if (user.Disabled) return Outcome<SignIn.Session>.Refused(SignIn.Disabled);

        var id = answer.Passkey.CredentialId;
        var passkey = await Db.Set<IdentityUserPasskey<Guid>>().FirstAsync(p => p.CredentialId == id, cancellation);
        passkey.Data.SignCount = answer.Passkey.SignCount;
        passkey.Data.IsBackedUp = answer.Passkey.IsBackedUp;
        Db.Add(SpentTicket.Of(answer.Challenge, Now));
        return Outcome<SignIn.Session>.Done(await sessions.BeginAsync(user, SignInMethod.Passkey, cancellation));
    }
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Takes an authenticator into use, once a code proves that it has the secret; gives the recovery codes. Sessions elsewhere end.</summary>
public sealed class AddSecondFactor(UseCaseContext context, SecondFactors factors, UserSessions sessions, Tickets tickets)
    : Command<AddSecondFactor.Input, RecoveryCodes>(context)
{
    private const string Had = "验证器已经启用；如果没有看到恢复码，可以重新生成。";

    public sealed class Input
    {
        [Required, StringLength(Tickets.Limit)]
        public string? Setup { get; set; }

        [Display(Name = "验证器上的 6 位验证码"), Required, StringLength(SecondFactors.CodeLimit)]
        public string? Code { get; set; }
    }

    public override Access Access => Access.SignedIn;

    protected override bool KeepsReceipt => false;

    protected override Outcome<RecoveryCodes> OnDuplicate() => Outcome<RecoveryCodes>.Refused(Had);

    protected override async Task<Outcome<RecoveryCodes>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var user = await Db.Users.FirstOrDefaultAsync(u => u.Id == Actor.UserId, cancellation);
        if (user is null) return Outcome<RecoveryCodes>.NotFound();
        if (user.TwoFactorEnabled) return Outcome<RecoveryCodes>.Refused(Had);
        if (ConfirmIdentity.Missing(Actor, Now) is { } missing) return Outcome<RecoveryCodes>.Refused(missing);
        if (tickets.Read<ProposeSecondFactor.Proposed>(ProposeSecondFactor.TicketPurpose, input.Setup) is not { } proposed || proposed.UserId != user.Id)
            return Outcome<RecoveryCodes>.Refused("这个二维码已过期，请刷新页面，重新扫描新的二维码。");
        if (Totp.StepOf(Base32.Decode(proposed.Secret), SecondFactors.Plain(input.Code!), Now, lastStep: -1) is not { } step)
            return Outcome<RecoveryCodes>.Invalid("code", "验证码不对。请核对验证器里“链盟”这一项现在显示的 6 位数字，并检查手机时间是否准确。");

        // Whoever is signed in elsewhere was asked for the password alone.
        var others = await sessions.EndAllAsync(user.Id, SessionEnd.SecondFactorAdded, cancellation, except: Actor.Session!.Id);
        if (others > 0) Record(new OtherSessionsEnded(user.Id, others));
        factors.Add(user, proposed.Secret, step);
        return Outcome<RecoveryCodes>.Done(new(await factors.MakeCodesAsync(user, cancellation)));
    }
}

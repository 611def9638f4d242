using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Keeps a passkey that a device has made for this person.</summary>
public sealed class AddPasskey(UseCaseContext context, PasskeyCeremony passkeys) : Command<AddPasskey.Input, AddPasskey.Added>(context)
{
    /// <summary>A passkey a device; nobody has more devices.</summary>
    public const int Most = 20;

    public const int AnswerLimit = 20_000;
    internal const string NoScript = "没有收到设备的回应。通行密钥需要浏览器启用 JavaScript，并通过 https 访问；请用较新的浏览器再试。";
    internal const string RunOut = "没有完成：等待时间过长，或设备的回应不对。请再试一次。";

    public sealed class Input
    {
        [Display(Name = "名称"), Required, StringLength(40)]
        public string? Name { get; set; }

        [Display(Name = "设备的回应"), Required(ErrorMessage = NoScript), StringLength(AnswerLimit)]
        public string? Credential { get; set; }

        [StringLength(Tickets.Limit)]
        public string? State { get; set; }
    }

    /// <param name="Id">base64url, the authenticator's own</param>
    public sealed record Added(string Id);

    public override Access Access => Access.SignedIn;

    protected override Outcome<Added> OnDuplicate() => Outcome<Added>.Refused(RunOut);

    protected override async Task<Outcome<Added>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var user = await Db.Users.FirstOrDefaultAsync(u => u.Id == Actor.UserId, cancellation);
        if (user is null) return Outcome<Added>.NotFound();
        if (ConfirmIdentity.Missing(Actor, Now) is { } missing) return Outcome<Added>.Refused(missing);
        if (await Db.Set<IdentityUserPasskey<Guid>>().CountAsync(p => p.UserId == user.Id, cancellation) >= Most)
            return Outcome<Added>.Refused($"最多 {Most} 个通行密钥；请先移除不用的。");
        if (await passkeys.CheckAddedAsync(user.Id, input.State ?? "", input.Credential!) is not { } answer) return Outcome<Added>.Refused(RunOut);

        var made = answer.Passkey;
        Db.Add(SpentTicket.Of(answer.Challenge, Now));
        Db.Add(new IdentityUserPasskey<Guid>
        {
            UserId = user.Id,
            CredentialId = made.CredentialId,
            Data = new IdentityPasskeyData
            {
                Name = input.Name!.Trim(), PublicKey = made.PublicKey, CreatedAt = new DateTimeOffset(Now, TimeSpan.Zero), SignCount = made.SignCount, Transports = made.Transports,
                IsUserVerified = made.IsUserVerified, IsBackupEligible = made.IsBackupEligible, IsBackedUp = made.IsBackedUp,
                AttestationObject = made.AttestationObject, ClientDataJson = made.ClientDataJson,
            },
        });
        Record(new PasskeyAdded(user.Id, PasskeyCeremony.IdOf(made.CredentialId)));
        return Outcome<Added>.Done(new(PasskeyCeremony.TextOf(made.CredentialId)));
    }
}

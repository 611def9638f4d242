using System.ComponentModel.DataAnnotations;
using System.Buffers.Text;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Takes one of one's own passkeys out of use.</summary>
public sealed class RemovePasskey(UseCaseContext context) : Command<RemovePasskey.Input, string>(context)
{
    public sealed class Input
    {
        /// <summary>base64url, as the list gives it.</summary>
        [Display(Name = "通行密钥"), Required, StringLength(2000)]
        public string? Passkey { get; set; }
    }

    public override Access Access => Access.SignedIn;

    protected override async Task<Outcome<string>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (!Base64Url.IsValid(input.Passkey)) return Outcome<string>.NotFound();
        var id = Base64Url.DecodeFromChars(input.Passkey);
        var passkey = await Db.Set<IdentityUserPasskey<Guid>>().FirstOrDefaultAsync(p => p.CredentialId == id && p.UserId == Actor.UserId, cancellation);
        if (passkey is null) return Outcome<string>.NotFound();
        if (ConfirmIdentity.Missing(Actor, Now) is { } missing) return Outcome<string>.Refused(missing);

        Db.Remove(passkey);
        Record(new PasskeyRemoved(passkey.UserId, PasskeyCeremony.IdOf(id), ByAdministrator: false));
        return Outcome<string>.Done(input.Passkey!);
    }
}

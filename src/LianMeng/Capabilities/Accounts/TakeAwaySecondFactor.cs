using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// The administrator takes authenticator, recovery codes and passkeys from an account: the telephone is lost, or in the wrong
/// hands. All its sessions end; the password stays.
/// </summary>
public sealed class TakeAwaySecondFactor(UseCaseContext context, SecondFactors factors, UserSessions sessions) : Command<TakeAwaySecondFactor.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
    }

    public override Access Access => Access.Needs(AccountsCapability.Manage);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var user = await Db.Users.FirstOrDefaultAsync(u => u.Id == input.Id, cancellation);
        if (user is null) return Outcome<Guid>.NotFound();
        if (user.Id == Actor.UserId) return Outcome<Guid>.Refused("自己的验证器和通行密钥请在“登录安全”里停用，那里要确认是本人。");
        var removed = await factors.RemoveAsync(user, byAdministrator: true, cancellation);
        var passkeys = await Db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == user.Id).ToListAsync(cancellation);
        if (!removed && passkeys.Count == 0) return Outcome<Guid>.Refused("这个账号没有验证器，也没有通行密钥。");

        Expect(user, input.Version);
        foreach (var passkey in passkeys)
        {
            Db.Remove(passkey);
            Record(new PasskeyRemoved(user.Id, PasskeyCeremony.IdOf(passkey.CredentialId), ByAdministrator: true));
        }

        user.EndSessions();
        await sessions.EndAllAsync(user.Id, SessionEnd.SecondFactorTakenAway, cancellation);
        Record(new SessionsEnded(user.Id));
        return Outcome<Guid>.Done(user.Id);
    }
}

using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>How one can sign in, beside the password.</summary>
public sealed class ShowSecurity(UseCaseContext context, SignInPolicy policy) : Show<ShowSecurity.Input, ShowSecurity.View>(context)
{
    public sealed class Input;

    /// <param name="FactorSince">since when there is an authenticator (UTC); none when null</param>
    /// <param name="IsConfirmed">whether these may be changed now, without the password</param>
    /// <param name="MustAdd">nothing else is allowed before there is a second factor</param>
    public sealed record View(DateTime? FactorSince, int RecoveryCodesLeft, IReadOnlyList<Passkey> Passkeys, bool IsConfirmed, bool MustAdd);

    /// <param name="Id">base64url, the authenticator's own</param>
    /// <param name="IsSynced">kept in an account of the device's maker, not on one device alone</param>
    public sealed record Passkey(string Id, string Name, DateTime AddedAt, bool IsSynced);

    public override Access Access => Access.SignedIn;

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var since = await Db.Set<SecondFactor>().AsNoTracking().Where(f => f.UserId == Actor.UserId).Select(f => (DateTime?)f.AddedAt).FirstOrDefaultAsync(cancellation);
        var left = await Db.Set<RecoveryCode>().CountAsync(c => c.UserId == Actor.UserId && c.UsedAt == null, cancellation);
        var passkeys = await Db.Set<IdentityUserPasskey<Guid>>().AsNoTracking().Where(p => p.UserId == Actor.UserId).ToListAsync(cancellation);
        return new(since, left, [.. passkeys.Select(p => new Passkey(PasskeyCeremony.TextOf(p.CredentialId), p.Data.Name ?? "", p.Data.CreatedAt.UtcDateTime, p.Data.IsBackedUp)).OrderBy(p => p.AddedAt)],
            ConfirmIdentity.Missing(Actor, Now) is null, policy.Holds(Actor));
    }
}

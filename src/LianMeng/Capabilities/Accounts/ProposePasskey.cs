using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>The challenge for a new passkey. The browser answers it together with the device.</summary>
public sealed class ProposePasskey(UseCaseContext context, PasskeyCeremony passkeys) : Show<ProposePasskey.Input, PasskeyCeremony.Question>(context)
{
    public sealed class Input;

    public override Access Access => Access.SignedIn;

    protected override async Task<PasskeyCeremony.Question?> LoadAsync(Input input, CancellationToken cancellation)
        => await Db.Users.FirstOrDefaultAsync(u => u.Id == Actor.UserId, cancellation) is { } user ? await passkeys.AskToAddAsync(user) : null;
}

using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Accounts;

/// <summary>The challenge for signing in with a passkey; the same for everybody, it tells of nobody.</summary>
public sealed class AskForPasskey(UseCaseContext context, PasskeyCeremony passkeys) : Show<AskForPasskey.Input, PasskeyCeremony.Question>(context)
{
    public sealed class Input;

    public override Access Access => Access.Open("登录之前谁都没有登录");

    protected override async Task<PasskeyCeremony.Question?> LoadAsync(Input input, CancellationToken cancellation) => await passkeys.AskToSignInAsync();
}

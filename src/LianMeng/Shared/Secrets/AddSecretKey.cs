using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Shared.Secrets;

/// <summary>First step of a rotation: a new key seals from now on.</summary>
public sealed class AddSecretKey(UseCaseContext context, KeyRing keys) : Command<AddSecretKey.Input, string>(context)
{
    public sealed class Input;

    public override Access.Access Access => Shared.Access.Access.Program;

    protected override Task<Outcome<string>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var id = keys.Add();
        Record(new SecretKeyAdded(id));
        return Task.FromResult(Outcome<string>.Done(id));
    }
}

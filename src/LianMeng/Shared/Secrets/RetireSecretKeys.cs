using LianMeng.Shared.UseCases;

namespace LianMeng.Shared.Secrets;

/// <summary>Last step of a rotation: the old keys go. The caller has made sure that they seal nothing any more (<see cref="KeyRotation"/>).</summary>
public sealed class RetireSecretKeys(UseCaseContext context, KeyRing keys) : Command<RetireSecretKeys.Input, IReadOnlyList<string>>(context)
{
    public sealed class Input;

    public override Access.Access Access => Shared.Access.Access.Program;

    protected override Task<Outcome<IReadOnlyList<string>>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var gone = keys.Retire();
        if (gone.Count > 0) Record(new SecretKeysRetired(gone));
        return Task.FromResult(Outcome<IReadOnlyList<string>>.Done(gone));
    }
}

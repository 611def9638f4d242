using LianMeng.Capabilities.Chains.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Changes name, kind, chains, region and aim of an alliance. The whole of it is stated.</summary>
public sealed class EditAlliance(UseCaseContext context, ChainBackbones backbones) : AllianceCommand<EditAlliance.Input, Guid>(context)
{
    public sealed class Input : AllianceForm
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
    }

    protected override Permission Permission => AlliancesCapability.Found;

    protected override Outcome<Guid> OnDuplicate() => Outcome<Guid>.Invalid("name", "本区县已有同名的联盟。");

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (alliance, refusal) = await OpenAsync(input.Id, cancellation);
        if (alliance is null) return refusal!;
        if (input.Version is { } seen && seen != alliance.Version) return Outcome<Guid>.Conflict();
        Expect(alliance, input.Version);
        var (details, errors) = input.Check(backbones);
        if (details is null) return Outcome<Guid>.Invalid(errors);
        var changes = alliance.Change(details, key => backbones.Find(key)?.Title ?? key);
        if (changes.Count > 0) Record(new AllianceChanged(alliance.Id, changes));
        return Outcome<Guid>.Done(alliance.Id);
    }
}

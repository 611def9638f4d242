using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Introductions;

/// <summary>A firm left the register: what it was introduced for ends, and nobody's contact stays behind.</summary>
public sealed class IntroducedFirmLeft : Reaction
{
    public override string Name => "end-introductions";

    public override string Title => "结束已移出企业的对接";

    public override bool Wants(Fact fact) => fact is OrganisationRemoved;

    public override Task<IReadOnlyList<ReactionWork>> PlanAsync(Fact fact, LedgerEntry entry, IServiceProvider services, CancellationToken cancellation)
        => Task.FromResult<IReadOnlyList<ReactionWork>>([new(entry.DistrictId, typeof(EndIntroductionsOfFirm), new EndIntroductionsOfFirm.Input { OrganisationId = ((OrganisationRemoved)fact).OrganisationId })]);
}

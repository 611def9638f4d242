using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Listings;

/// <summary>A firm left the register: its listings are withdrawn.</summary>
public sealed class FirmLeft : Reaction
{
    public override string Name => "withdraw-listings";

    public override string Title => "撤回已移出企业的供需信息";

    public override bool Wants(Fact fact) => fact is OrganisationRemoved;

    public override Task<IReadOnlyList<ReactionWork>> PlanAsync(Fact fact, LedgerEntry entry, IServiceProvider services, CancellationToken cancellation)
        => Task.FromResult<IReadOnlyList<ReactionWork>>([new(entry.DistrictId, typeof(WithdrawListingsOfFirm), new WithdrawListingsOfFirm.Input { OrganisationId = ((OrganisationRemoved)fact).OrganisationId })]);
}

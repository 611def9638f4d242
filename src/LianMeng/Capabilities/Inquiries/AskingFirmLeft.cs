using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>A firm left the register: what it asked and was asked ends.</summary>
public sealed class AskingFirmLeft : Reaction
{
    public override string Name => "close-inquiries";

    public override string Title => "结束已移出企业的询价";

    public override bool Wants(Fact fact) => fact is OrganisationRemoved;

    public override Task<IReadOnlyList<ReactionWork>> PlanAsync(Fact fact, LedgerEntry entry, IServiceProvider services, CancellationToken cancellation)
        => Task.FromResult<IReadOnlyList<ReactionWork>>([new(entry.DistrictId, typeof(CloseInquiriesOfFirm), new CloseInquiriesOfFirm.Input { OrganisationId = ((OrganisationRemoved)fact).OrganisationId })]);
}

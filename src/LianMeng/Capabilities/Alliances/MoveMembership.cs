using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Takes a membership to its next state, with reason and evidence.</summary>
public sealed class MoveMembership(UseCaseContext context, FirmDirectory firms, ChairEnding chair) : AllianceCommand<MoveMembership.Input, Guid>(context)
{
    public sealed class Input
    {
        /// <summary>The membership.</summary>
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "下一步"), Required]
        public MembershipState? To { get; set; }

        [Display(Name = "原因"), Required, StringLength(Membership.ReasonLimit)]
        public string? Reason { get; set; }

        [Display(Name = "依据"), StringLength(Membership.EvidenceLimit)]
        public string? Evidence { get; set; }

        [Display(Name = "同时终止轮值")]
        public bool EndChair { get; set; }
    }

    protected override Permission Permission => AlliancesCapability.Act;

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (membership, _, refusal) = await MemberAsync(input.Id, input.Version, cancellation);
        if (membership is null) return refusal!;
        var from = membership.State;
        if (membership.Move(input.To!.Value, input.Reason, input.Evidence, Today) is { } problem) return Outcome<Guid>.Refused(problem);
        if (membership.State == MembershipState.Left
            && await chair.BeforeLeavingAsync(membership, (await firms.FindAsync(membership.OrganisationId, cancellation))?.Name ?? "该单位", input.EndChair, cancellation) is { } held)
            return Outcome<Guid>.Refused(held);
        Record(new MembershipMoved(membership.Id, membership.AllianceId, membership.OrganisationId, from, membership.State, membership.Reason));
        return Outcome<Guid>.Done(membership.Id);
    }
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Records whether a member may take the chair: 基础较好、有一定影响力.</summary>
public sealed class JudgeMember(UseCaseContext context) : AllianceCommand<JudgeMember.Input, Guid>(context)
{
    public sealed class Input
    {
        /// <summary>The membership.</summary>
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "基础较好、有一定影响力")]
        public bool IsFit { get; set; }

        [Display(Name = "认定依据"), Required, StringLength(Membership.ReasonLimit)]
        public string? Reason { get; set; }
    }

    protected override Permission Permission => AlliancesCapability.Act;

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (membership, _, refusal) = await MemberAsync(input.Id, input.Version, cancellation);
        if (membership is null) return refusal!;
        if (!membership.IsPresent) return Outcome<Guid>.Refused("只能认定正式成员的轮值资格。");
        membership.Judge(input.IsFit, input.Reason!, Today);
        Record(new MemberJudged(membership.Id, membership.AllianceId, membership.OrganisationId, input.IsFit, input.Reason!));
        return Outcome<Guid>.Done(membership.Id);
    }
}

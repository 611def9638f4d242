using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Alliances;

/// <summary>加入联盟: a firm applies for itself.</summary>
public sealed class ApplyForMembership(UseCaseContext context, FirmDirectory firms) : AllianceCommand<ApplyForMembership.Input, ApplyForMembership.Created>(context)
{
    public sealed class Input
    {
        /// <summary>The alliance.</summary>
        [Display(Name = "联盟"), Required]
        public Guid Id { get; set; }

        [Display(Name = "申请理由"), Required, StringLength(Membership.ReasonLimit, MinimumLength = 2)]
        public string? Reason { get; set; }

        [Display(Name = "企业情况"), StringLength(Membership.EvidenceLimit)]
        public string? Evidence { get; set; }
    }

    public sealed record Created(Guid Id) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => $"/api/memberships/{Id}";
    }

    protected override Permission Permission => AlliancesCapability.Execute;

    protected override Outcome<Created> OnDuplicate() => Outcome<Created>.Refused("贵企业已在这个联盟里，或已经申请，请等候答复。");

    protected override async Task<Outcome<Created>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (alliance, refusal) = await OpenAsync(input.Id, cancellation);
        if (alliance is null) return refusal!;
        if (alliance.State != AllianceState.Running) return Outcome<Created>.Refused($"“{alliance.Name}”还在筹建，暂不接受申请。");
        if (Actor.OrganisationId is not { } own || await firms.FindAsync(own, cancellation) is null)
            return Outcome<Created>.Refused("您的账号没有关联企业，不能申请；请联系系统管理员。");
        var membership = Membership.Apply(alliance.DistrictId, alliance.Id, own, input.Reason!, input.Evidence, Today);
        Db.Add(membership);
        Record(new MembershipBegun(membership.Id, alliance.Id, own, membership.State, membership.Reason));
        return Outcome<Created>.Done(new(membership.Id));
    }
}

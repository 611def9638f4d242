using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Alliances;

/// <summary>The committee writes an application down for an organisation that came by other ways.</summary>
public sealed class AddMember(UseCaseContext context, FirmDirectory firms) : AllianceCommand<AddMember.Input, AddMember.Created>(context)
{
    public sealed class Input
    {
        /// <summary>The alliance.</summary>
        public Guid Id { get; set; }

        /// <summary>Full name or unified social credit code.</summary>
        [Display(Name = "单位（全称或统一社会信用代码）"), Required, StringLength(120)]
        public string? Organisation { get; set; }

        [Display(Name = "原因"), Required, StringLength(Membership.ReasonLimit)]
        public string? Reason { get; set; }

        [Display(Name = "依据"), StringLength(Membership.EvidenceLimit)]
        public string? Evidence { get; set; }
    }

    public sealed record Created(Guid Id) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => $"/api/memberships/{Id}";
    }

    protected override Permission Permission => AlliancesCapability.Act;

    protected override Outcome<Created> OnDuplicate() => Outcome<Created>.Invalid("organisation", "这家单位已在这个联盟里，或已经申请。");

    protected override async Task<Outcome<Created>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (alliance, refusal) = await OpenAsync(input.Id, cancellation);
        if (alliance is null) return refusal!;
        var named = await firms.NamedAsync(alliance.DistrictId, [input.Organisation!], cancellation);
        if (NamedMembers.Find(input.Organisation!, named, out var problem) is not { } firm) return Outcome<Created>.Invalid("organisation", problem);
        var membership = Membership.Apply(alliance.DistrictId, alliance.Id, firm.Id, input.Reason!, input.Evidence, Today);
        Db.Add(membership);
        Record(new MembershipBegun(membership.Id, alliance.Id, firm.Id, membership.State, membership.Reason));
        return Outcome<Created>.Done(new(membership.Id));
    }
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Names the instructor of one member, out of those who hold a post in the alliance; or nobody any more.</summary>
public sealed class NameInstructor(UseCaseContext context, MandateBook mandates) : AllianceCommand<NameInstructor.Input, Guid>(context)
{
    public sealed class Input
    {
        /// <summary>The membership.</summary>
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "党建指导员")]
        public Guid? UserId { get; set; }
    }

    protected override Permission Permission => AlliancesCapability.Act;

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (membership, _, refusal) = await MemberAsync(input.Id, input.Version, cancellation);
        if (membership is null) return refusal!;
        if (input.UserId is { } user && !await mandates.HeldNow(membership.AllianceId).AnyAsync(m => m.UserId == user, cancellation))
            return Outcome<Guid>.Invalid("userId", "请从在本联盟任职的人里选择；新的人请先在“任职”页面任命。");
        if (membership.InstructorId == input.UserId) return Outcome<Guid>.Done(membership.Id);
        membership.Name(input.UserId);
        Record(new InstructorNamed(membership.Id, membership.AllianceId, membership.OrganisationId, input.UserId));
        return Outcome<Guid>.Done(membership.Id);
    }
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>撤销: the alliance ends. Its posts end with it, at once; members, registers and history stay to be read.</summary>
public sealed class DissolveAlliance(UseCaseContext context, MandateBook mandates) : AllianceCommand<DissolveAlliance.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "撤销原因"), Required, StringLength(Alliance.ReasonLimit)]
        public string? Reason { get; set; }
    }

    protected override Permission Permission => AlliancesCapability.Found;

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (alliance, refusal) = await OpenAsync(input.Id, cancellation);
        if (alliance is null) return refusal!;
        Expect(alliance, input.Version);
        var from = alliance.State;
        if (alliance.Dissolve(input.Reason!, Today) is { } problem) return Outcome<Guid>.Refused(problem);
        var now = Now;
        foreach (var post in await mandates.OfAlliance(alliance.Id).Where(m => m.To == null || m.To > now).Select(m => m.Id).ToListAsync(cancellation))
            await mandates.EndAsync(post, "联盟撤销", cancellation);
        var members = await Db.Set<Membership>().Where(m => m.AllianceId == alliance.Id && m.LiveOrganisationId != null).Select(m => m.OrganisationId).ToListAsync(cancellation);
        Record(new AllianceMoved(alliance.Id, from, alliance.State, alliance.StateReason, members));
        return Outcome<Guid>.Done(alliance.Id);
    }
}

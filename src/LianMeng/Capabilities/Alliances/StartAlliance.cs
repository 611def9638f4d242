using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>An approved alliance begins to run.</summary>
public sealed class StartAlliance(UseCaseContext context) : AllianceCommand<StartAlliance.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "说明"), Required, StringLength(Alliance.ReasonLimit)]
        public string? Reason { get; set; }
    }

    protected override Permission Permission => AlliancesCapability.Found;

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (alliance, refusal) = await OpenAsync(input.Id, cancellation);
        if (alliance is null) return refusal!;
        Expect(alliance, input.Version);
        var from = alliance.State;
        var approved = await Db.Set<FoundingApproval>().AnyAsync(a => a.AllianceId == alliance.Id, cancellation);
        if (alliance.Run(approved, input.Reason!, Today) is { } problem) return Outcome<Guid>.Refused(problem);
        Record(new AllianceMoved(alliance.Id, from, alliance.State, alliance.StateReason, []));
        return Outcome<Guid>.Done(alliance.Id);
    }
}

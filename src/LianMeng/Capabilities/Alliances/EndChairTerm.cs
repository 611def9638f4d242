using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Takes an invitation back, or ends a term before its time.</summary>
public sealed class EndChairTerm(UseCaseContext context) : AllianceCommand<EndChairTerm.Input, Guid>(context)
{
    public sealed class Input
    {
        /// <summary>The term.</summary>
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "原因"), Required, StringLength(Membership.ReasonLimit)]
        public string? Reason { get; set; }
    }

    protected override Permission Permission => AlliancesCapability.Act;

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var term = await Db.Set<ChairTerm>().FirstOrDefaultAsync(t => t.Id == input.Id, cancellation);
        if (term is null) return Outcome<Guid>.NotFound();
        var (alliance, refusal) = await OpenAsync(term.AllianceId, cancellation);
        if (alliance is null) return refusal!;
        if (input.Version is { } seen && seen != term.Version) return Outcome<Guid>.Conflict();
        Expect(term, input.Version);
        var from = term.State;
        if (term.End(input.Reason!, Today, Now) is { } problem) return Outcome<Guid>.Refused(problem);
        Record(new ChairTermMoved(term.Id, term.AllianceId, term.OrganisationId, from, term.State, term.Reason));
        return Outcome<Guid>.Done(term.AllianceId);
    }
}

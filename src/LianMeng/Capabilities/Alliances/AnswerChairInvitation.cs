using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>The firm's Party organisation accepts or declines the chair; for a firm without an account the committee writes the answer down, and says what it stands on.</summary>
public sealed class AnswerChairInvitation(UseCaseContext context) : AllianceCommand<AnswerChairInvitation.Input, Guid>(context)
{
    public sealed class Input
    {
        /// <summary>The term.</summary>
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "接受")]
        public bool Accept { get; set; }

        [Display(Name = "说明"), StringLength(Membership.ReasonLimit)]
        public string? Reason { get; set; }
    }

    protected override Permission Permission => AlliancesCapability.Answer;

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var term = await Db.Set<ChairTerm>().FirstOrDefaultAsync(t => t.Id == input.Id, cancellation);
        if (term is null) return Outcome<Guid>.NotFound();
        var own = Actor.May(AlliancesCapability.Execute) && Actor.OrganisationId == term.OrganisationId;
        // Another firm's invitation is none of a firm's business.
        if (!own && !Actor.MayIn(term.AllianceId, AlliancesCapability.Act)) return Outcome<Guid>.NotFound();
        var (alliance, refusal) = await OpenAsync(term.AllianceId, cancellation);
        if (alliance is null) return refusal!;
        if (input.Version is { } seen && seen != term.Version) return Outcome<Guid>.Conflict();
        Expect(term, input.Version);
        if (!own && string.IsNullOrWhiteSpace(input.Reason)) return Outcome<Guid>.Invalid("reason", "代录答复须写明依据，例如：该企业党支部书面回复。");
        if (!input.Accept && string.IsNullOrWhiteSpace(input.Reason)) return Outcome<Guid>.Invalid("reason", "谢绝请写明原因，轮值顺序要据此说明。");
        var from = term.State;
        if (term.Answer(input.Accept, input.Reason, onBehalf: !own, Now) is { } problem) return Outcome<Guid>.Refused(problem);
        Record(new ChairTermMoved(term.Id, term.AllianceId, term.OrganisationId, from, term.State, term.OnBehalf ? $"代录：{term.Reason}" : term.Reason));
        return Outcome<Guid>.Done(term.AllianceId);
    }
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>免去: ends a post in an alliance at once.</summary>
public sealed class EndAppointment(UseCaseContext context, MandateBook mandates) : AllianceCommand<EndAppointment.Input, Guid>(context)
{
    public sealed class Input
    {
        /// <summary>The mandate.</summary>
        public Guid Id { get; set; }

        [Display(Name = "原因"), Required, StringLength(Membership.ReasonLimit)]
        public string? Reason { get; set; }
    }

    protected override Permission Permission => AlliancesCapability.Found;

    protected override string? LockName(Input input) => $"mandate:{input.Id}";

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (await mandates.OfAlliances().FirstOrDefaultAsync(m => m.Id == input.Id, cancellation) is not { } mandate) return Outcome<Guid>.NotFound();
        var (alliance, refusal) = await OpenAsync(mandate.AllianceId, cancellation);
        if (alliance is null) return refusal!;
        return await mandates.EndAsync(mandate.Id, input.Reason, cancellation) is { } problem ? Outcome<Guid>.Refused(problem) : Outcome<Guid>.Done(alliance.Id);
    }
}

using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.FigureConsents;

/// <summary>Takes a consent back: whoever asks from now on sees bands again.</summary>
public sealed class WithdrawFigureConsent(UseCaseContext context) : Command<WithdrawFigureConsent.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
    }

    public override Access Access => Access.Needs(FigureConsentsCapability.Give);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var consent = await Db.Set<FigureConsent>().GivenBy(Actor).FirstOrDefaultAsync(c => c.Id == input.Id, cancellation);
        if (consent is null) return Outcome<Guid>.NotFound();
        if (input.Version is { } seen && seen != consent.Version) return Outcome<Guid>.Conflict();
        Expect(consent, input.Version);
        if (!consent.Withdraw(Now)) return Outcome<Guid>.Refused("这项授权已经撤回。");
        Record(new FigureConsentWithdrawn(consent.Id, consent.OrganisationId, consent.RecipientId));
        return Outcome<Guid>.Done(consent.Id);
    }
}

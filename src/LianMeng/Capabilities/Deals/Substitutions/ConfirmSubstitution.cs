using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals.Substitutions;

/// <summary>A firm confirms a line of the ledger for its own side, from its own account.</summary>
public sealed class ConfirmSubstitution(UseCaseContext context) : Command<ConfirmSubstitution.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
    }

    public override Access Access => Access.Needs(DealsCapability.Confirm);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var record = await Db.Set<SubstitutionRecord>().SeenBy(Actor).FirstOrDefaultAsync(r => r.Id == input.Id, cancellation);
        if (record is null) return Outcome<Guid>.NotFound();
        var (speaker, problem) = Actor.SpeakerOf(record.DistrictId, record.MakerId, record.BuyerId, DealSide.Buyer);
        if (speaker is not { OnBehalf: false, Person: { } person }) return Outcome<Guid>.Refused(problem ?? "确认要由企业自己的账号来做；专员、书记不能替企业确认。");
        if (input.Version is { } seen && seen != record.Version) return Outcome<Guid>.Conflict();
        Expect(record, input.Version);
        if (record.Confirm(speaker.Side, person, Now) is { } why) return Outcome<Guid>.Refused(why);
        Record(new SubstitutionMoved(record.Id, record.BuyerId, record.MakerId, SubstitutionAction.Confirmed, speaker.Side));
        return Outcome<Guid>.Done(record.Id);
    }
}

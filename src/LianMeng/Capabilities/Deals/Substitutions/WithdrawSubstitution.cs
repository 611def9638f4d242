using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals.Substitutions;

/// <summary>Takes a line out of the ledger: the buyer, whose figures they are, or an officer as long as the buyer did not confirm it.</summary>
public sealed class WithdrawSubstitution(UseCaseContext context) : Command<WithdrawSubstitution.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
    }

    public override Access Access => Access.Needs(DealsCapability.Act);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var record = await Db.Set<SubstitutionRecord>().SeenBy(Actor).FirstOrDefaultAsync(r => r.Id == input.Id, cancellation);
        if (record is null) return Outcome<Guid>.NotFound();
        var (speaker, problem) = Actor.SpeakerOf(record.DistrictId, record.MakerId, record.BuyerId, DealSide.Buyer);
        if (speaker is null) return Outcome<Guid>.Refused(problem!);
        if (speaker.Side != DealSide.Buyer || (speaker.OnBehalf && record.BuyerConfirmedAt is not null)) return Outcome<Guid>.Refused("本地替代由登记的采购企业撤下；采购企业自己确认以前，代录的也可由专员、书记撤下。");
        if (input.Version is { } seen && seen != record.Version) return Outcome<Guid>.Conflict();
        Expect(record, input.Version);
        if (!record.Withdraw(Now)) return Outcome<Guid>.NotFound();
        Record(new SubstitutionMoved(record.Id, record.BuyerId, record.MakerId, SubstitutionAction.Withdrawn, speaker.OnBehalf ? null : DealSide.Buyer));
        return Outcome<Guid>.Done(record.Id);
    }
}

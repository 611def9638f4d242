using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals;

/// <summary>What everything done with a deal has in common: the deal of the address, who sees it, for which side one speaks, the version that was seen, and that the other side is told.</summary>
public abstract class DealCommand<TInput>(UseCaseContext context, DealNews news) : Command<TInput, Guid>(context)
    where TInput : class, IDealInput
{
    public override Access Access => Access.Needs(DealsCapability.Act);

    /// <summary>Asks the entity and states what happened.</summary>
    /// <returns>why not, or null when it was done</returns>
    protected abstract Task<Outcome<Guid>?> DoAsync(Deal deal, DealSpeaker speaker, TInput input, CancellationToken cancellation);

    protected override Outcome<Guid> OnDuplicate() => Outcome<Guid>.Conflict("对方或同事刚刚办理了同一步；请打开最新内容再看。");

    protected override async Task<Outcome<Guid>> HandleAsync(TInput input, CancellationToken cancellation)
    {
        var deal = await Db.Deals().SeenBy(Actor).FirstOrDefaultAsync(d => d.Id == input.Id, cancellation);
        if (deal is null) return Outcome<Guid>.NotFound();
        var (speaker, problem) = Actor.SpeakerOf(deal.DistrictId, deal.SellerId, deal.BuyerId, input.Side);
        if (speaker is null) return problem is null ? Outcome<Guid>.Invalid("side", "请选择“代哪一方”：卖方或买方。") : Outcome<Guid>.Refused(problem);
        if (input.Version is { } seen && seen != deal.Version) return Outcome<Guid>.Conflict();
        Expect(deal, input.Version);
        return await DoAsync(deal, speaker, input, cancellation) ?? Outcome<Guid>.Done(deal.Id);
    }

    /// <summary>States what was done and tells the other side; an officer's word is told to the side it was said for, too.</summary>
    protected async Task RecordAsync(Deal deal, DealSpeaker speaker, DealAction action, DealStage? stage, string title, string text, CancellationToken cancellation)
    {
        Record(new DealMoved(deal.Id, deal.SellerId, deal.BuyerId, action, speaker.Side, stage, stage is { } of ? deal.Of(of)?.State : null, speaker.OnBehalf));
        await news.TellAsync(deal, speaker, title, text, cancellation);
    }
}

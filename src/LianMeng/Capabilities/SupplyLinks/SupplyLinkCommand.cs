using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>What every answer to a link has in common: the link of the address, who sees it, for which side one speaks, the version that was seen.</summary>
public abstract class SupplyLinkCommand<TInput>(UseCaseContext context, SupplyLinkNews news) : Command<TInput, Guid>(context)
    where TInput : class, ISupplyLinkInput
{
    private SupplyStep? done;

    public override Access Access => Access.Needs(SupplyLinksCapability.Declare);

    /// <summary>Asks the entity and states what happened; null when it was done, else why not.</summary>
    protected abstract Outcome<Guid>? Do(SupplyLink link, SupplySpeaker speaker, TInput input);

    protected override async Task<Outcome<Guid>> HandleAsync(TInput input, CancellationToken cancellation)
    {
        var link = await Db.Links().SeenBy(Actor).FirstOrDefaultAsync(l => l.Id == input.Id, cancellation);
        if (link is null) return Outcome<Guid>.NotFound();
        if (Actor.SpeakerOf(link, input.Side) is not { } speaker)
            return Actor.MaySpeak(link) ? Outcome<Guid>.Invalid("side", "请选择“代哪一方”：卖方或买方。") : Outcome<Guid>.Refused("只有买卖双方，或本区县的专员、书记能答复这条供货关系。");
        if (input.Version is { } seen && seen != link.Version) return Outcome<Guid>.Conflict();
        Expect(link, input.Version);
        if (Do(link, speaker, input) is { } problem) return problem;
        if (done is { } step) await news.TellAsync(link, speaker.Side, step, cancellation);
        return Outcome<Guid>.Done(link.Id);
    }

    protected void Record(SupplyLink link, SupplySpeaker speaker, SupplyStep step)
    {
        Record(new SupplyLinkMoved(link.Id, link.SellerId, link.BuyerId, speaker.Side, step, speaker.OnBehalf, link.State));
        done = step;
    }
}

/// <summary>An input that names a link, the side for which one speaks, and the version that was seen.</summary>
public interface ISupplyLinkInput
{
    Guid Id { get; set; }

    /// <summary>For officers; who belongs to one of the two firms speaks for that one.</summary>
    [Display(Name = "代哪一方")]
    SupplySide? Side { get; set; }

    Guid? Version { get; set; }
}

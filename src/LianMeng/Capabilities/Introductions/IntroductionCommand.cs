using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Introductions;

/// <summary>What every step of an introduction has in common: the record of the address, who sees it, the version that was seen, one step after the other.</summary>
public abstract class IntroductionCommand<TInput>(UseCaseContext context) : Command<TInput, Guid>(context)
    where TInput : class, IIntroductionInput
{
    /// <summary>Asks the entity, states what happened and tells who must know; null when it was done, else why not.</summary>
    protected abstract Task<Outcome<Guid>?> DoAsync(Introduction introduction, TInput input, CancellationToken cancellation);

    // Two sides answer at the same moment: the second finds what the first did, and neither answer is lost.
    protected override string? LockName(TInput input) => $"introduction:{input.Id}";

    protected override async Task<Outcome<Guid>> HandleAsync(TInput input, CancellationToken cancellation)
    {
        var introduction = await Db.Set<Introduction>().SeenBy(Actor).FirstOrDefaultAsync(i => i.Id == input.Id, cancellation);
        if (introduction is null) return Outcome<Guid>.NotFound();
        if (introduction.DistrictId != Actor.WriteDistrict) return Outcome<Guid>.Refused("这次对接属于区县；请由该区县的专员、书记或双方企业办理。");
        if (input.Version is { } seen && seen != introduction.Version) return Outcome<Guid>.Conflict();
        Expect(introduction, input.Version);
        return await DoAsync(introduction, input, cancellation) ?? Outcome<Guid>.Done(introduction.Id);
    }

    /// <summary>The side that the actor speaks for; the program itself names one.</summary>
    protected IntroductionSide? SideIn(Introduction introduction, Guid? speaksFor = null) => Actor.Trusted ? introduction.SideOf(speaksFor) : Actor.SideIn(introduction);

    protected static Outcome<Guid> OnlyFirms() => Outcome<Guid>.Refused("只有双方企业自己的负责人或采购专员能答复；联盟书记、专员和管理员不能代企业同意或婉拒。");

    protected void Record(Introduction introduction, IntroductionSide? side, IntroductionStep step, Public.IntroductionStage from)
        => Record(new IntroductionMoved(introduction.Id, introduction.SellerId, introduction.BuyerId, side, step, from, introduction.Stage));

    /// <summary>It is over, or a consent was taken back: nobody sees whom to call any more, and nothing of it is kept.</summary>
    protected async Task HideContactsAsync(Introduction introduction, bool wereShown, CancellationToken cancellation)
    {
        Db.RemoveRange(await Db.Set<IntroductionContact>().Where(c => c.IntroductionId == introduction.Id).ToListAsync(cancellation));
        if (wereShown) Record(new IntroductionContactsHidden(introduction.Id, introduction.ConsentedAt!.Value));
    }
}

/// <summary>An input that names an introduction and the version that was seen.</summary>
public interface IIntroductionInput
{
    Guid Id { get; set; }
    Guid? Version { get; set; }
}

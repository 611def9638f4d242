using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>What every step of an inquiry has in common: the record of the address, who sees it, for which side one speaks, the version that was seen, one step after the other.</summary>
public abstract class InquiryCommand<TInput>(UseCaseContext context) : Command<TInput, Guid>(context)
    where TInput : class, IInquiryInput
{
    public override Access Access => Access.Needs(InquiriesCapability.Use);

    /// <summary>The side whose step this is.</summary>
    protected abstract InquirySide Side { get; }

    /// <summary>Asks the entity, states what happened and tells the other side.</summary>
    /// <returns>why not, or null when it was done</returns>
    protected abstract Task<Outcome<Guid>?> DoAsync(Inquiry inquiry, TInput input, CancellationToken cancellation);

    // One side ends it while the other answers: the second finds what the first did.
    protected override string? LockName(TInput input) => $"inquiry:{input.Id}";

    protected override async Task<Outcome<Guid>> HandleAsync(TInput input, CancellationToken cancellation)
    {
        var inquiry = await Db.Set<Inquiry>().Include(i => i.Lines).SeenBy(Actor).FirstOrDefaultAsync(i => i.Id == input.Id, cancellation);
        if (inquiry is null) return Outcome<Guid>.NotFound();
        var (side, problem) = Actor.SideIn(inquiry, input.SpeaksFor);
        if (side is null) return Outcome<Guid>.Refused(problem!);
        if (side != Side) return Outcome<Guid>.Refused(Side == InquirySide.Seller ? "这是贵企业自己发出的询价，由供应商报价。" : "这次询价由采购方结束；不想报价请选“谢绝”。");
        if (Refusal(inquiry) is { } refusal) return Outcome<Guid>.Refused(refusal);
        if (input.Version is { } seen && seen != inquiry.Version) return Outcome<Guid>.Conflict();
        Expect(inquiry, input.Version);
        return await DoAsync(inquiry, input, cancellation) ?? Outcome<Guid>.Done(inquiry.Id);
    }

    /// <summary>Said before the version is looked at: whoever is too late learns why, not that something changed.</summary>
    protected virtual string? Refusal(Inquiry inquiry) => null;
}

/// <summary>An input that names an inquiry and the version that was seen.</summary>
public interface IInquiryInput
{
    Guid Id { get; set; }
    Guid? Version { get; set; }

    /// <summary>For the program itself: the firm for which it acts.</summary>
    Guid? SpeaksFor { get; }
}

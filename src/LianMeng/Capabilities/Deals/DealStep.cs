using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Deals;

/// <summary>One stage of a deal: what each side says of it, and what follows.</summary>
public sealed class DealStep : IDistrictOwned
{
    private readonly List<DealStatement> statements = [];

    private DealStep() { }

    public Guid Id { get; private set; }
    public Guid DealId { get; private set; }
    public Guid DistrictId { get; private set; }
    public DealStage Stage { get; private set; }
    public DealStepState State { get; private set; }

    /// <summary>What both state, once they agree: the later day. Of one side's word: its own.</summary>
    public DateOnly HappenedOn { get; private set; }

    /// <summary>元 that both state; null while only one does or the two differ.</summary>
    public decimal? Amount { get; private set; }

    /// <summary>At most one of each side.</summary>
    public IReadOnlyList<DealStatement> Statements => statements;

    public DealStatement? Of(DealSide side) => statements.Find(s => s.Side == side);

    /// <summary>This side still has to say something of its own: it said nothing yet, an officer said it, or the two differ.</summary>
    public bool WaitsFor(DealSide side) => State == DealStepState.Differing || (State == DealStepState.Declared && Of(side) is not { OnBehalf: false });

    internal static DealStep Of(Deal deal, DealStage stage) => new() { Id = Guid.CreateVersion7(), DealId = deal.Id, DistrictId = deal.DistrictId, Stage = stage };

    internal void Say(DealFigures figures, DealSpeaker speaker, DateTime now)
    {
        if (Of(speaker.Side) is not { } statement) statements.Add(statement = DealStatement.Of(this, speaker.Side));
        statement.Say(figures, speaker, now);
        var (seller, buyer) = (Of(DealSide.Seller), Of(DealSide.Buyer));
        // What only one of them states contradicts nothing, and is no amount of both either.
        State = seller is null || buyer is null ? DealStepState.Declared
            : seller.Amount is { } one && buyer.Amount is { } other && one != other ? DealStepState.Differing
            : seller.OnBehalf || buyer.OnBehalf ? DealStepState.Declared : DealStepState.Confirmed;
        HappenedOn = statements.Max(s => s.HappenedOn);
        Amount = seller is not null && buyer is not null && seller.Amount == buyer.Amount ? seller.Amount : null;
    }
}

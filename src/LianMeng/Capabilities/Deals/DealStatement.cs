using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Deals;

/// <summary>What one side says of one stage.</summary>
public sealed class DealStatement : IDistrictOwned
{
    private DealStatement() { }

    public Guid Id { get; private set; }
    public Guid DealStepId { get; private set; }
    public Guid DistrictId { get; private set; }
    public DealSide Side { get; private set; }

    /// <inheritdoc cref="DealFigures"/>
    public DateOnly HappenedOn { get; private set; }
    public decimal? Amount { get; private set; }
    public string? Note { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>The person; null for the program itself.</summary>
    public Guid? EnteredBy { get; private set; }

    /// <summary>代录: an officer wrote down what the firm said.</summary>
    public bool OnBehalf { get; private set; }

    public DealFigures Figures => new(HappenedOn, Amount, Note);

    internal static DealStatement Of(DealStep step, DealSide side) => new() { Id = Guid.CreateVersion7(), DealStepId = step.Id, DistrictId = step.DistrictId, Side = side };

    internal void Say(DealFigures figures, DealSpeaker speaker, DateTime now)
        => (HappenedOn, Amount, Note, At, EnteredBy, OnBehalf) = (figures.HappenedOn, figures.Amount, figures.Note, now, speaker.Person, speaker.OnBehalf);
}

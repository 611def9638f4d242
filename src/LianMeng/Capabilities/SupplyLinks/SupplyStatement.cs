using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>What one side says of a link.</summary>
public sealed class SupplyStatement : IDistrictOwned
{
    private SupplyStatement() { }

    public Guid Id { get; private set; }
    public Guid SupplyLinkId { get; private set; }
    public Guid DistrictId { get; private set; }
    public SupplySide Side { get; private set; }

    /// <inheritdoc cref="SupplyFigures"/>
    public decimal? Quantity { get; private set; }
    public string? Unit { get; private set; }
    public decimal? Value { get; private set; }
    public int? Year { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>The person; null for the program itself.</summary>
    public Guid? EnteredBy { get; private set; }

    /// <summary>代录: an officer wrote down what the firm said.</summary>
    public bool OnBehalf { get; private set; }

    public SupplyFigures Figures => new(Quantity, Unit, Value, Year);

    internal static SupplyStatement Of(SupplyLink link, SupplySide side) => new() { Id = Guid.CreateVersion7(), SupplyLinkId = link.Id, DistrictId = link.DistrictId, Side = side };

    internal void Say(SupplyFigures figures, SupplySpeaker speaker, DateTime now)
    {
        (Quantity, Unit, Value, Year) = (figures.Quantity, figures.Unit, figures.Value, figures.Year);
        (At, EnteredBy, OnBehalf) = (now, speaker.Person, speaker.OnBehalf);
    }
}

using LianMeng.Engine.Text;
using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>
/// 供货关系: one firm sells a product to another of the same district. Each of the two says so for itself; the figures of the link are what they agree on, what the only one says, or none while they differ.
/// </summary>
public sealed class SupplyLink : IDistrictOwned, IVersioned
{
    public const int ProductLimit = 100, UnitLimit = 20, ReasonLimit = 200;

    private readonly List<SupplyStatement> statements = [];

    private SupplyLink() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }
    public Guid SellerId { get; private set; }
    public Guid BuyerId { get; private set; }

    /// <summary>In the words of whoever declared it first.</summary>
    public string Product { get; private set; } = "";

    /// <summary>The words in one spelling: one link for seller, buyer and product among those not withdrawn.</summary>
    public string ProductKey { get; private set; } = "";

    public SupplyLinkState State { get; private set; }

    /// <inheritdoc cref="SupplyFigures"/>
    public decimal? Quantity { get; private set; }
    public string? Unit { get; private set; }
    public decimal? Value { get; private set; }
    public int? Year { get; private set; }

    /// <summary>Who says that there is no such link; null when nobody does.</summary>
    public SupplySide? DeniedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? DeniedAt { get; private set; }
    public string? Denial { get; private set; }

    public DateTime UpdatedAt { get; private set; }

    /// <summary>At most one of each side.</summary>
    public IReadOnlyList<SupplyStatement> Statements => statements;

    public static SupplyLink Declare(Guid districtId, Guid seller, Guid buyer, string product, SupplyFigures figures, SupplySpeaker speaker, DateTime now)
    {
        if (seller == buyer) throw new ArgumentException("A firm does not supply itself.", nameof(buyer));
        var link = new SupplyLink { Id = Guid.CreateVersion7(), DistrictId = districtId, SellerId = seller, BuyerId = buyer, Product = product, ProductKey = KeyOf(product) };
        link.Say(figures, speaker, now);
        return link;
    }

    public SupplyStatement? Of(SupplySide side) => statements.Find(s => s.Side == side);

    public static SupplySide Other(SupplySide side) => side == SupplySide.Seller ? SupplySide.Buyer : SupplySide.Seller;

    public Guid FirmOf(SupplySide side) => side == SupplySide.Seller ? SellerId : BuyerId;

    /// <summary>The side that this firm is; null when it is none of them.</summary>
    public SupplySide? SideOf(Guid? firm) => firm == SellerId ? SupplySide.Seller : firm == BuyerId ? SupplySide.Buyer : null;

    /// <summary>What a side says from now on. Whoever speaks denies no more.</summary>
    /// <returns>false when it said just that already</returns>
    public bool Say(SupplyFigures figures, SupplySpeaker speaker, DateTime now)
    {
        var statement = Of(speaker.Side);
        if (statement is not null && statement.Figures == figures) return false;
        if (statement is null) statements.Add(statement = SupplyStatement.Of(this, speaker.Side));
        statement.Say(figures, speaker, now);
        if (DeniedBy == speaker.Side) (DeniedBy, DeniedAt, Denial) = (null, null, null);
        Settle(now);
        return true;
    }

    /// <summary>The other side's link does not exist, says this one.</summary>
    /// <returns>false when it has a statement of its own: that is taken back first</returns>
    public bool Deny(SupplySide side, string? reason, DateTime now)
    {
        if (State == SupplyLinkState.Withdrawn || Of(side) is not null) return false;
        (DeniedBy, DeniedAt, Denial, UpdatedAt) = (side, now, reason, now);
        return true;
    }

    /// <summary>A side takes its statement back; the link stays as far as the other declared it.</summary>
    /// <returns>false when it stated nothing</returns>
    public bool Withdraw(SupplySide side, DateTime now)
    {
        if (Of(side) is not { } statement) return false;
        statements.Remove(statement);
        Settle(now);
        return true;
    }

    /// <summary>One of its firms turned out to be another entry of the register.</summary>
    internal void Replace(Guid firm, Guid by)
    {
        if (SellerId == firm) SellerId = by;
        else BuyerId = by;
    }

    /// <summary>After a merge of its firms it would be there twice, or from a firm to itself.</summary>
    internal void Drop(DateTime now)
    {
        statements.Clear();
        Settle(now);
    }

    internal static string KeyOf(string product) => ShortText.KeyOf(product);

    private void Settle(DateTime now)
    {
        var (seller, buyer) = (Of(SupplySide.Seller)?.Figures, Of(SupplySide.Buyer)?.Figures);
        State = (seller, buyer) switch
        {
            (null, null) => SupplyLinkState.Withdrawn,
            (null, _) => SupplyLinkState.ByBuyer,
            (_, null) => SupplyLinkState.BySeller,
            _ => seller.Agrees(buyer) ? SupplyLinkState.ByBoth : SupplyLinkState.Differing,
        };
        var figures = State switch
        {
            SupplyLinkState.ByBoth => seller!.Or(buyer!),
            SupplyLinkState.ByBuyer => buyer!,
            SupplyLinkState.BySeller => seller!,
            _ => SupplyFigures.None,
        };
        (Quantity, Unit, Value, Year, UpdatedAt) = (figures.Quantity, figures.Unit, figures.Value, figures.Year, now);
    }
}

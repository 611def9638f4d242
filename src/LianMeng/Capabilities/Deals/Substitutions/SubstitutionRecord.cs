using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Deals.Substitutions;

/// <summary>本地替代: a line that a firm bought from outside and buys from a local maker now, and what it saves a year by that. It counts once both firms confirmed it, each from an account of its own.</summary>
public sealed class SubstitutionRecord : IDistrictOwned, IVersioned
{
    public const int ProductLimit = 100, PlaceLimit = 60, UnitLimit = 20, NoteLimit = 300;

    private SubstitutionRecord() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }
    public Guid BuyerId { get; private set; }

    /// <summary>The local maker.</summary>
    public Guid MakerId { get; private set; }

    /// <inheritdoc cref="SubstitutionDetails"/>
    public string Product { get; private set; } = "";
    public string? FromPlace { get; private set; }
    public DateOnly MovedOn { get; private set; }
    public decimal? Quantity { get; private set; }
    public string? Unit { get; private set; }
    public decimal? PriceSaving { get; private set; }
    public decimal? FreightSaving { get; private set; }
    public int? LeadDaysSaved { get; private set; }
    public string? Note { get; private set; }
    public Guid? EnteredBy { get; private set; }

    /// <summary>代录: an officer wrote it down; the buyer has to confirm, too.</summary>
    public bool OnBehalf { get; private set; }
    public Guid? BuyerConfirmedBy { get; private set; }

    /// <summary>UTC, like all that follow.</summary>
    public DateTime? BuyerConfirmedAt { get; private set; }
    public Guid? MakerConfirmedBy { get; private set; }
    public DateTime? MakerConfirmedAt { get; private set; }
    public DateTime EnteredAt { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }

    public bool IsConfirmed => WithdrawnAt is null && BuyerConfirmedAt is not null && MakerConfirmedAt is not null;

    /// <param name="onBehalf">an officer's word confirms nothing</param>
    public static SubstitutionRecord State(Guid districtId, Guid buyer, Guid maker, SubstitutionDetails details, Guid? person, bool onBehalf, DateTime now)
    {
        if (buyer == maker) throw new ArgumentException("A firm does not replace its supplier by itself.", nameof(maker));
        return new()
        {
            Id = Guid.CreateVersion7(), DistrictId = districtId, BuyerId = buyer, MakerId = maker, Product = details.Product, FromPlace = details.FromPlace, MovedOn = details.MovedOn, Quantity = details.Quantity, Unit = details.Unit,
            PriceSaving = details.PriceSaving, FreightSaving = details.FreightSaving, LeadDaysSaved = details.LeadDaysSaved, Note = details.Note, EnteredBy = person, OnBehalf = onBehalf, EnteredAt = now,
            BuyerConfirmedBy = onBehalf ? null : person, BuyerConfirmedAt = onBehalf ? null : now,
        };
    }

    /// <returns>why not, or null when it was done</returns>
    public string? Confirm(DealSide side, Guid person, DateTime now)
    {
        if (WithdrawnAt is not null) return "这条本地替代已撤下，不用再确认。";
        if ((side == DealSide.Buyer ? BuyerConfirmedAt : MakerConfirmedAt) is not null) return "贵企业已经确认过，不用再确认。";
        if ((side == DealSide.Buyer ? MakerConfirmedBy : BuyerConfirmedBy) == person || EnteredBy == person) return Deal.SamePerson;
        if (side == DealSide.Buyer) (BuyerConfirmedBy, BuyerConfirmedAt) = (person, now);
        else (MakerConfirmedBy, MakerConfirmedAt) = (person, now);
        return null;
    }

    /// <returns>false when it was already</returns>
    public bool Withdraw(DateTime now)
    {
        if (WithdrawnAt is not null) return false;
        WithdrawnAt = now;
        return true;
    }

    /// <summary>One of its firms turned out to be another entry of the register.</summary>
    internal void Replace(Guid firm, Guid by)
    {
        if (BuyerId == firm) BuyerId = by;
        else MakerId = by;
    }
}

using LianMeng.Capabilities.Introductions.Public;
using LianMeng.Engine.Text;
using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Introductions;

/// <summary>
/// 牵线: two firms of one district are brought together about a product. Each of the two says for itself that it wants to; only then does each see whom to call at the other.
/// </summary>
public sealed class Introduction : IDistrictOwned, IVersioned
{
    public const int ProductLimit = 100, TitleLimit = 200, UnitLimit = 20, ReasonLimit = 200;

    private Introduction() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }
    public Guid SellerId { get; private set; }
    public Guid BuyerId { get; private set; }
    public string Product { get; private set; } = "";

    /// <summary>The words in one spelling: one open introduction for seller, buyer and product.</summary>
    public string ProductKey { get; private set; } = "";

    /// <summary>The alliance it counts for.</summary>
    public Guid? AllianceId { get; private set; }

    /// <summary>The person; null for the program itself.</summary>
    public Guid? StartedBy { get; private set; }

    /// <summary>The firm that offered itself; null when an officer suggested it.</summary>
    public Guid? StartedByOrganisation { get; private set; }

    /// <summary>The need or offer it comes from; null when it began on a firm's page.</summary>
    public Guid? ListingId { get; private set; }

    /// <summary>What the listing said at the beginning, kept whatever becomes of it.</summary>
    public Guid? ListingVersion { get; private set; }
    public string? ListingTitle { get; private set; }
    public decimal? Quantity { get; private set; }
    public string? Unit { get; private set; }

    public IntroductionStage Stage { get; private set; }

    /// <summary>Of the last step, UTC like all that follow: since when it waits.</summary>
    public DateTime MovedAt { get; private set; }
    public DateTime StartedAt { get; private set; }
    public DateTime? OfferedAt { get; private set; }
    public DateTime? ConsentedAt { get; private set; }
    public DateTime? TalkingAt { get; private set; }
    public DateTime? DealAt { get; private set; }
    public DateTime? DeclinedAt { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    public DateTime? RemindedAt { get; private set; }

    public DateTime? SellerConsentedAt { get; private set; }
    public Guid? SellerConsentedBy { get; private set; }
    public DateTime? BuyerConsentedAt { get; private set; }
    public Guid? BuyerConsentedBy { get; private set; }

    public Guid? DealId { get; private set; }
    public IntroductionSide? DeclinedBy { get; private set; }
    public DeclineReason? Reason { get; private set; }
    public string? ReasonText { get; private set; }

    /// <summary>告知对方: the other side may read the reason.</summary>
    public bool IsReasonTold { get; private set; }

    /// <summary>Who took it back; null also when it was an officer's suggestion, or a merge.</summary>
    public IntroductionSide? WithdrawnBy { get; private set; }

    public bool IsOpen => Stage.IsOpen();

    /// <summary>Both consented and neither took it back.</summary>
    public bool AreContactsShown => WithdrawnAt is null && Stage is IntroductionStage.Consented or IntroductionStage.Talking or IntroductionStage.Deal;

    /// <summary>It waits for a firm's answer.</summary>
    public bool IsUnanswered => Stage is IntroductionStage.Suggested or IntroductionStage.Offered;

    /// <summary>This side's next step is what it waits for.</summary>
    public bool IsWaitedFor(IntroductionSide side) => IsUnanswered ? ConsentedAtOf(side) is null : IsOpen;

    public static Introduction Begin(Guid districtId, Guid seller, Guid buyer, string product, Guid? allianceId, Guid? person, IntroductionSubject? subject, DateTime now)
    {
        if (seller == buyer) throw new ArgumentException("A firm is not introduced to itself.", nameof(buyer));
        return new()
        {
            Id = Guid.CreateVersion7(), DistrictId = districtId, SellerId = seller, BuyerId = buyer, Product = product, ProductKey = KeyOf(product), AllianceId = allianceId, StartedBy = person,
            ListingId = subject?.ListingId, ListingVersion = subject?.Version, ListingTitle = subject?.Title, Quantity = subject?.Quantity, Unit = subject?.Unit,
            Stage = IntroductionStage.Suggested, StartedAt = now, MovedAt = now,
        };
    }

    /// <summary>The firm that begins it offers itself.</summary>
    public void Offer(IntroductionSide side, Guid? person, DateTime now)
    {
        StartedByOrganisation = FirmOf(side);
        Consent(side, person, now);
    }

    /// <summary>A side wants it.</summary>
    /// <returns>false when it said so already, or nothing is asked any more</returns>
    public bool Consent(IntroductionSide side, Guid? person, DateTime now)
    {
        if (!IsUnanswered || ConsentedAtOf(side) is not null) return false;
        if (side == IntroductionSide.Seller) (SellerConsentedAt, SellerConsentedBy) = (now, person);
        else (BuyerConsentedAt, BuyerConsentedBy) = (now, person);
        OfferedAt ??= now;
        if (Stage == IntroductionStage.Offered) ConsentedAt = now;
        Move(Stage == IntroductionStage.Offered ? IntroductionStage.Consented : IntroductionStage.Offered, now);
        return true;
    }

    /// <summary>The two are in touch.</summary>
    /// <returns>false unless both consented and are not talking yet</returns>
    public bool Talk(DateTime now)
    {
        if (Stage != IntroductionStage.Consented) return false;
        TalkingAt = now;
        Move(IntroductionStage.Talking, now);
        return true;
    }

    /// <returns>false unless both consented</returns>
    public bool BecomeDeal(Guid dealId, DateTime now)
    {
        if (Stage is not (IntroductionStage.Consented or IntroductionStage.Talking)) return false;
        (DealId, DealAt) = (dealId, now);
        Move(IntroductionStage.Deal, now);
        return true;
    }

    /// <summary>A side does not want it, or it came to nothing.</summary>
    /// <returns>false when it is over; or only this side wanted it so far: it takes its consent back instead</returns>
    public bool Decline(IntroductionSide side, DeclineReason reason, string? text, bool tell, DateTime now)
    {
        if (!IsOpen || (Stage == IntroductionStage.Offered && ConsentedAtOf(side) is not null)) return false;
        (DeclinedBy, Reason, ReasonText, IsReasonTold, DeclinedAt) = (side, reason, text, tell, now);
        Move(IntroductionStage.Declined, now);
        return true;
    }

    /// <summary>A side takes its consent back. A deal stays one; the contacts are hidden all the same.</summary>
    /// <returns>false when it gave none, or it is over</returns>
    public bool Withdraw(IntroductionSide side, DateTime now)
    {
        if (WithdrawnAt is not null || ConsentedAtOf(side) is null || !(IsOpen || Stage == IntroductionStage.Deal)) return false;
        (WithdrawnAt, WithdrawnBy) = (now, side);
        if (Stage != IntroductionStage.Deal) Move(IntroductionStage.Withdrawn, now);
        return true;
    }

    /// <summary>The suggestion is taken back, as long as the two have not found together.</summary>
    /// <returns>false when it is too late</returns>
    public bool TakeBack(DateTime now)
    {
        if (!IsUnanswered) return false;
        Drop(now);
        return true;
    }

    public void Remind(DateTime now) => RemindedAt = now;

    public static IntroductionSide Other(IntroductionSide side) => side == IntroductionSide.Seller ? IntroductionSide.Buyer : IntroductionSide.Seller;

    public Guid FirmOf(IntroductionSide side) => side == IntroductionSide.Seller ? SellerId : BuyerId;

    /// <summary>The side that this firm is; null when it is none of them.</summary>
    public IntroductionSide? SideOf(Guid? firm) => firm == SellerId ? IntroductionSide.Seller : firm == BuyerId ? IntroductionSide.Buyer : null;

    public DateTime? ConsentedAtOf(IntroductionSide side) => side == IntroductionSide.Seller ? SellerConsentedAt : BuyerConsentedAt;

    public Guid? ConsentedByOf(IntroductionSide side) => side == IntroductionSide.Seller ? SellerConsentedBy : BuyerConsentedBy;

    /// <summary>One of its firms turned out to be another entry of the register.</summary>
    internal void Replace(Guid firm, Guid by)
    {
        if (SellerId == firm) SellerId = by;
        else BuyerId = by;
        if (StartedByOrganisation == firm) StartedByOrganisation = by;
    }

    /// <summary>After a merge of its firms it would be open twice, or between a firm and itself.</summary>
    internal void Drop(DateTime now)
    {
        WithdrawnAt = now;
        Move(IntroductionStage.Withdrawn, now);
    }

    /// <summary>One of its firms left the register. A deal stays one; the contacts are hidden all the same.</summary>
    internal void End(DateTime now)
    {
        if (IsOpen) Drop(now);
        else WithdrawnAt ??= now;
    }

    internal static string KeyOf(string product) => ShortText.KeyOf(product);

    private void Move(IntroductionStage to, DateTime now) => (Stage, MovedAt) = (to, now);
}

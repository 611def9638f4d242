using LianMeng.Capabilities.Inquiries.Bills;
using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;
using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>
/// 询价: a firm asks one maker for its price for some lines of a bill. The maker reads its own lines and who asks, never the bill or whom else was asked; its price is read by these two firms alone.
/// </summary>
public sealed class Inquiry : IDistrictOwned, IVersioned
{
    public const int ReasonLimit = 200;

    private readonly List<InquiryLine> lines = [];

    private Inquiry() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }

    /// <summary>Who asks.</summary>
    public Guid BuyerId { get; private set; }

    /// <summary>Who is asked.</summary>
    public Guid SellerId { get; private set; }

    /// <summary>For the asking firm alone. The bill may be gone by now.</summary>
    public Guid BillId { get; private set; }
    public InquiryState State { get; private set; }

    /// <summary>The person; null for the program itself.</summary>
    public Guid? SentBy { get; private set; }

    /// <summary>UTC, like all that follow.</summary>
    public DateTime SentAt { get; private set; }

    /// <summary>The last day on which it may be answered, in China.</summary>
    public DateOnly AnswerBy { get; private set; }
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Why the whole was declined.</summary>
    public string? Reason { get; private set; }

    /// <summary>When it expired or was closed.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Counts what was done: two who do something at once meet in it, whatever their clocks say.</summary>
    public int Turn { get; private set; }

    public IReadOnlyList<InquiryLine> Lines => lines;

    public bool IsOpen => State is InquiryState.Sent or InquiryState.Answered or InquiryState.Declined;

    public static Inquiry Send(Guid districtId, Guid buyer, Guid seller, Guid bill, Guid? person, DateOnly answerBy, DateTime now)
    {
        if (buyer == seller) throw new ArgumentException("A firm does not ask itself.", nameof(seller));
        return new() { Id = Guid.CreateVersion7(), DistrictId = districtId, BuyerId = buyer, SellerId = seller, BillId = bill, State = InquiryState.Sent, SentBy = person, SentAt = now, AnswerBy = answerBy };
    }

    /// <summary>Asks for one more line; one that stands in it already is not asked twice.</summary>
    public InquiryLine? Ask(BillLine line)
    {
        if (lines.Exists(l => l.BillLineId == line.Id)) return null;
        var asked = InquiryLine.Of(this, line);
        lines.Add(asked);
        Turn++;
        return asked;
    }

    /// <summary>More lines were asked: a day that is later than the one stated holds for all of them.</summary>
    public void AskAgain(Guid? person, DateOnly answerBy, DateTime now)
    {
        if (answerBy > AnswerBy) AnswerBy = answerBy;
        (SentBy, SentAt) = (person, now);
        // A refusal of the whole was said of the lines that there were.
        if (State == InquiryState.Declined) (State, Reason) = (InquiryState.Sent, null);
        Turn++;
    }

    /// <returns>why not, or null when it was done</returns>
    public string? Answer(IReadOnlyList<(Guid LineId, LineOffer Offer)> offers, Guid? person, DateOnly today, DateTime now)
    {
        if (WhyNotAnswered(person, today) is { } problem) return problem;
        foreach (var (id, offer) in offers) lines.Find(l => l.Id == id)!.Say(offer, now);
        Reason = null;
        State = lines.Exists(l => l.Price is not null) ? InquiryState.Answered : lines.TrueForAll(l => l.IsDeclined) ? InquiryState.Declined : InquiryState.Sent;
        if (State != InquiryState.Sent) AnsweredAt = now;
        Turn++;
        return null;
    }

    /// <summary>The maker offers nothing of it. What it had offered before is taken back.</summary>
    /// <returns>why not, or null when it was done</returns>
    public string? Decline(string reason, Guid? person, DateOnly today, DateTime now)
    {
        if (WhyNotAnswered(person, today) is { } problem) return problem;
        if (State == InquiryState.Declined && Reason == reason) return "贵企业已谢绝这次询价，不用再谢绝。";
        foreach (var line in lines) line.TakeBack();
        (State, Reason, AnsweredAt) = (InquiryState.Declined, reason, now);
        Turn++;
        return null;
    }

    /// <returns>false when it is over already</returns>
    public bool Close(DateTime now)
    {
        if (!IsOpen) return false;
        End(InquiryState.Closed, now);
        return true;
    }

    /// <summary>The last day passed without an answer. An answered one stays: its offers are compared now.</summary>
    public bool Expire(DateOnly today, DateTime now)
    {
        if (State != InquiryState.Sent || AnswerBy >= today) return false;
        End(InquiryState.Expired, now);
        return true;
    }

    /// <summary>Why the maker cannot answer any more; null while it can.</summary>
    public string? WhyOver(DateOnly today) => State switch
    {
        InquiryState.Closed => "采购方已结束这次询价，不能再报价。",
        InquiryState.Expired => TooLate(),
        _ => AnswerBy < today ? TooLate() : null,
    };

    public InquirySide? SideOf(IReadOnlyCollection<Guid> firms) => firms.Contains(SellerId) ? InquirySide.Seller : firms.Contains(BuyerId) ? InquirySide.Buyer : null;

    /// <summary>One of its firms turned out to be another entry of the register.</summary>
    internal void Replace(Guid firm, Guid by)
    {
        if (SellerId == firm) SellerId = by;
        else BuyerId = by;
        Turn++;
    }

    /// <summary>The state on a day: the last day may have passed before the day's job says so.</summary>
    public InquiryState StateOn(DateOnly today) => State == InquiryState.Sent && AnswerBy < today ? InquiryState.Expired : State;

    private string TooLate() => $"报价截止日 {ChinaTime.Date(AnswerBy)} 已过，不能再报价；仍想供应，请与采购方对接。";

    private string? WhyNotAnswered(Guid? person, DateOnly today)
        => WhyOver(today) ?? (person is not null && person == SentBy ? "这次询价是您代表采购方发出的；报价要由供应商自己的人用自己的账号作出，请由本企业的其他同事办理。" : null);

    private void End(InquiryState state, DateTime now)
    {
        (State, EndedAt) = (state, now);
        Turn++;
    }
}

using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Deals;

/// <summary>
/// 合作: one firm sells to another of the same district, from the first meeting to the last payment. Each side says for itself, from an account of its own, that a stage was reached; only what both say counts in figures.
/// </summary>
public sealed class Deal : IDistrictOwned, IVersioned
{
    public const int ProductLimit = 100, TitleLimit = 120, UnitLimit = 20, NoteLimit = 300, ReasonLimit = 300, StreamLimit = 120, CodeLimit = 40, MostLines = 30, FollowUps = 3;

    /// <summary>One of the two confirms for one side only, whatever posts this person holds by now.</summary>
    public const string SamePerson = "对方的内容就是您填报的；双方要由各自的人用自己的账号确认，同一个人不能替双方确认。";

    /// <summary>In <see cref="FollowedUp"/>: nobody is asked again.</summary>
    private const int Ended = 99;

    private readonly List<DealLine> lines = [];
    private readonly List<DealStep> steps = [];
    private readonly List<DealFollowUp> followUps = [];

    private Deal() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }
    public Guid SellerId { get; private set; }
    public Guid BuyerId { get; private set; }

    /// <summary>Its first product, and how many more.</summary>
    public string Title { get; private set; } = "";
    public DealOrigin Origin { get; private set; }
    public Guid? IntroductionId { get; private set; }
    public Guid? ListingId { get; private set; }

    /// <summary>The alliance it counts for.</summary>
    public Guid? AllianceId { get; private set; }

    /// <summary>The seller's by-product, a line of the register, with its name and waste code as they were.</summary>
    public Guid? StreamId { get; private set; }
    public string? StreamTitle { get; private set; }
    public string? StreamCode { get; private set; }

    /// <summary>What the buyer makes of it.</summary>
    public Guid? UseId { get; private set; }

    /// <summary>The furthest stage that anybody stated.</summary>
    public DealStage Stage { get; private set; }

    /// <summary>Number of the furthest stage that both confirmed; 0 for none. A number, so that SQL can compare it.</summary>
    public int Reached { get; private set; }

    /// <summary>The day of <see cref="Reached"/>, once that is the contract or later.</summary>
    public DateOnly? PartneredOn { get; private set; }

    /// <summary>The day of the contract, or of the later stage, that both confirmed first: follow-ups count from it.</summary>
    public DateOnly? FollowedFrom { get; private set; }

    /// <summary>Number of the last follow-up answered; beyond <see cref="FollowUps"/> once it ended.</summary>
    public int FollowedUp { get; private set; }
    public DealCondition Condition { get; private set; }
    public DealSide? DisputedBy { get; private set; }
    public string? Dispute { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? DisputedAt { get; private set; }

    /// <summary>How the last dispute was settled.</summary>
    public string? Settlement { get; private set; }
    public DealSide? FailedBy { get; private set; }
    public string? Failure { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? FailedAt { get; private set; }

    /// <summary>These follow from the steps: which side still has to say something, and whether the two differ anywhere.</summary>
    public bool WaitsForSeller { get; private set; }
    public bool WaitsForBuyer { get; private set; }
    public bool IsDiffering { get; private set; }
    public DateTime OpenedAt { get; private set; }
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Counts what was done: two who do something at once meet in it, whatever their clocks say.</summary>
    public int Turn { get; private set; }

    public IReadOnlyList<DealLine> Lines => lines;
    public IReadOnlyList<DealStep> Steps => steps;
    public IReadOnlyList<DealFollowUp> Answers => followUps;

    public static Deal Open(Guid districtId, Guid seller, Guid buyer, IReadOnlyList<DealGoods> goods, DealSource source, DealFigures met, DealSpeaker speaker, DateTime now)
    {
        if (seller == buyer) throw new ArgumentException("A firm makes no deal with itself.", nameof(buyer));
        var deal = new Deal
        {
            Id = Guid.CreateVersion7(), DistrictId = districtId, SellerId = seller, BuyerId = buyer, Title = goods.Count == 1 ? goods[0].Product : $"{goods[0].Product} 等 {goods.Count} 种",
            Origin = source.IntroductionId is null ? DealOrigin.Own : DealOrigin.Introduction, IntroductionId = source.IntroductionId, ListingId = source.ListingId, AllianceId = source.AllianceId, OpenedAt = now,
        };
        for (var i = 0; i < goods.Count; i++) deal.lines.Add(DealLine.Of(deal, i + 1, goods[i]));
        if (deal.Say(DealStage.Met, met, speaker, now) is { } problem) throw new InvalidOperationException(problem);
        return deal;
    }

    public DealStep? Of(DealStage stage) => steps.Find(s => s.Stage == stage);

    public static DealSide Other(DealSide side) => side == DealSide.Seller ? DealSide.Buyer : DealSide.Seller;

    public Guid FirmOf(DealSide side) => side == DealSide.Seller ? SellerId : BuyerId;

    /// <summary>A side states a stage, or corrects what it stated.</summary>
    /// <returns>why not, or null when it was done</returns>
    public string? Say(DealStage stage, DealFigures figures, DealSpeaker speaker, DateTime now)
    {
        if (WhyOver() is { } over) return over;
        var step = Of(stage);
        if ((step is null ? WhyNotNew(stage) : WhyNotAgain(step, figures, speaker)) is { } problem) return problem;
        if (!speaker.OnBehalf && IsOf(step?.Of(Other(speaker.Side)), speaker.Person)) return SamePerson;
        if (steps.Where(s => s.Stage < stage && s.State == DealStepState.Confirmed).MaxBy(s => s.Stage) is { } before && figures.HappenedOn < before.HappenedOn)
            return $"“{Words(stage)}”的日期不能早于双方确认的“{Words(before.Stage)}”（{ChinaTime.Date(before.HappenedOn)}）。";
        if (step is null) steps.Add(step = DealStep.Of(this, stage));
        step.Say(figures, speaker, now);
        Derive(now);
        return null;
    }

    /// <summary>A side says the same as the other, from an account of its own.</summary>
    /// <returns>why not, or null when it was done</returns>
    public string? Confirm(DealStage stage, DealSpeaker speaker, DateTime now)
    {
        if (speaker.OnBehalf) return "确认要由企业自己的账号来做；专员、书记只能代录，不能替企业确认。";
        if (WhyOver() is { } over) return over;
        if (Of(stage) is not { } step) return $"还没有人填报“{Words(stage)}”，没有可确认的内容。";
        if (step.State == DealStepState.Confirmed) return $"“{Words(stage)}”已经双方确认，不用再确认。";
        var (own, other) = (step.Of(speaker.Side), step.Of(Other(speaker.Side)));
        if (own is { OnBehalf: false } && other is null) return $"“{Words(stage)}”是贵方自己申报的，要由对方确认。";
        if (own is { OnBehalf: false } && step.State == DealStepState.Declared) return $"贵方已申报“{Words(stage)}”；对方的内容是代录的，要由对方用自己的账号确认。";
        if (IsOf(other, speaker.Person)) return SamePerson;
        var said = (other ?? own)!;
        step.Say(said.Figures with { Note = own?.Note }, speaker, now);
        Derive(now);
        return null;
    }

    /// <returns>why not, or null when it was done</returns>
    public string? Object(string reason, DealSpeaker speaker, DateTime now)
    {
        if (WhyOver() is { } over) return over;
        if (DisputedBy is { } side) return $"{Words(side)}已提出争议，了结以前不用再提。";
        (DisputedBy, Dispute, DisputedAt, Settlement) = (speaker.Side, reason, now, null);
        Derive(now);
        return null;
    }

    /// <returns>why not, or null when it was done</returns>
    public string? Settle(string how, DealSpeaker speaker, DateTime now)
    {
        if (DisputedBy is not { } side) return "这笔合作没有争议，没有可了结的。";
        if (side != speaker.Side) return $"争议是{Words(side)}提出的，由{Words(side)}了结。";
        (DisputedBy, Dispute, DisputedAt, Settlement) = (null, null, null, how);
        Derive(now);
        return null;
    }

    /// <returns>why not, or null when it was done</returns>
    public string? Fail(string reason, DealSpeaker speaker, DateTime now)
    {
        if (WhyOver() is { } over) return over;
        if (Condition == DealCondition.Closed) return "这笔合作已经双方确认办结，不能再标为未成。";
        if (DisputedBy is not null) return "这笔合作有争议，请先了结争议。";
        (FailedBy, Failure, FailedAt) = (speaker.Side, reason, now);
        Derive(now);
        return null;
    }

    /// <summary>Number of the follow-up that is due and unanswered, or 0: the latest one, so that nobody answers twice.</summary>
    /// <param name="days">after how many days each one is due, ascending</param>
    public int DueFollowUp(DateOnly today, IReadOnlyList<int> days)
    {
        if (FollowedFrom is not { } from || Condition is DealCondition.Failed or DealCondition.Void) return 0;
        var due = days.Count(d => from.AddDays(d) <= today);
        return due > FollowedUp ? due : 0;
    }

    /// <param name="side">null for an officer</param>
    /// <returns>why not, or null when it was done</returns>
    public string? Follow(int number, FollowUpOutcome outcome, string? text, DealSide? side, Guid? person, DateOnly today, IReadOnlyList<int> days, DateTime now)
    {
        if (WhyOver() is { } over) return over;
        if (FollowedUp >= number) return FollowedUp > FollowUps ? "回访已答复“结束”，不再回访。" : $"第 {number} 次回访已经答复。";
        if (DueFollowUp(today, days) != number) return $"第 {number} 次回访还没有到期，或已有更晚的一次到期；请打开合作页面看现在该答复哪一次。";
        followUps.Add(DealFollowUp.Of(this, number, outcome, text, side, person, now));
        FollowedUp = outcome == FollowUpOutcome.Ended ? Ended : number;
        Derive(now);
        return null;
    }

    /// <returns>why not, or null when it was done</returns>
    public string? Link(Guid stream, string title, string? code, Guid? use, DateTime now)
    {
        if (WhyOver() is { } over) return over;
        if (Reached >= (int)DealStage.Contract) return "合同已经双方确认，不能再改所用的副产品。";
        (StreamId, StreamTitle, StreamCode, UseId) = (stream, title, code, use);
        Derive(now);
        return null;
    }

    /// <summary>Stages that somebody may state or correct now, the next one first.</summary>
    public IReadOnlyList<DealStage> MayBeStated()
        => WhyOver() is not null ? [] : [.. Enum.GetValues<DealStage>().Where(s => Of(s) is { } step ? step.State != DealStepState.Confirmed || DisputedBy is not null : WhyNotNew(s) is null).OrderBy(s => Of(s) is not null).ThenBy(s => s)];

    /// <summary>One of its firms turned out to be another entry of the register.</summary>
    internal void Replace(Guid firm, Guid by)
    {
        if (SellerId == firm) SellerId = by;
        else BuyerId = by;
        Turn++;
    }

    /// <summary>Its two firms turned out to be one.</summary>
    internal void Drop(DateTime now)
    {
        Condition = DealCondition.Void;
        Derive(now);
    }

    private string? WhyOver() => Condition switch
    {
        DealCondition.Void => "这笔合作的两方已并为一家企业，记录作废。",
        DealCondition.Failed => "这笔合作已标为未成；如又谈起来，请新建一笔合作。",
        _ => null,
    };

    private string? WhyNotNew(DealStage stage)
    {
        if (Condition == DealCondition.Closed) return "这笔合作已经办结，不能再填报新的进展。";
        if (DisputedBy is not null) return "这笔合作有争议，了结以前只能更正已有的进展，不能填报新的阶段。";
        if (steps.Count == 0) return null; // the meeting, by which it is opened
        if (stage < Stage) return $"这笔合作已到“{Words(Stage)}”，不能再补报更早的“{Words(stage)}”。";
        // Intent and trial may be skipped, nothing else.
        var needed = stage > DealStage.Contract ? stage - 1 : DealStage.Met;
        return Of(needed) is null ? $"还没有“{Words(needed)}”，不能直接填报“{Words(stage)}”；顺序是 见面 → 意向 → 试样 → 合同 → 交付 → 付款 → 办结，其中意向、试样可以跳过。" : null;
    }

    private string? WhyNotAgain(DealStep step, DealFigures figures, DealSpeaker speaker)
    {
        if (step.State == DealStepState.Confirmed && DisputedBy is null) return $"“{Words(step.Stage)}”已经双方确认，不能再改；有出入请先提出争议。";
        var own = step.Of(speaker.Side);
        if (speaker.OnBehalf && own is { OnBehalf: false }) return $"{Words(speaker.Side)}已自己申报“{Words(step.Stage)}”，不能代录覆盖。";
        return own is not null && own.Figures == figures && own.OnBehalf == speaker.OnBehalf ? $"与{Words(speaker.Side)}已申报的“{Words(step.Stage)}”相同，不用重复填报。" : null;
    }

    private static bool IsOf(DealStatement? statement, Guid? person) => person is { } one && statement?.EnteredBy == one;

    private void Derive(DateTime now)
    {
        Stage = steps.Max(s => s.Stage);
        var confirmed = steps.Where(s => s.State == DealStepState.Confirmed).MaxBy(s => s.Stage);
        Reached = confirmed is null ? 0 : (int)confirmed.Stage;
        PartneredOn = Reached >= (int)DealStage.Contract ? confirmed!.HappenedOn : null;
        FollowedFrom ??= PartneredOn;
        if (Condition != DealCondition.Void)
            Condition = DisputedBy is not null ? DealCondition.Disputed : FailedAt is not null ? DealCondition.Failed : Reached == (int)DealStage.Closed ? DealCondition.Closed : DealCondition.Running;
        var open = Condition is DealCondition.Running or DealCondition.Disputed or DealCondition.Closed;
        WaitsForSeller = open && steps.Exists(s => s.WaitsFor(DealSide.Seller));
        WaitsForBuyer = open && steps.Exists(s => s.WaitsFor(DealSide.Buyer));
        IsDiffering = open && steps.Exists(s => s.State == DealStepState.Differing);
        UpdatedAt = now;
        Turn++;
    }

    private static string Words(Enum value) => ListExport.Words(value);
}

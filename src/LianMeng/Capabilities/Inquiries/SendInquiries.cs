using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Inquiries.Bills;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>One click: every maker that was ticked gets one inquiry with its lines. What is asked of it later joins the open one.</summary>
public sealed class SendInquiries(UseCaseContext context, FirmDirectory firms, InquiryNotices notices, SettingValues settings) : Command<SendInquiries.Input, SendInquiries.Result>(context)
{
    /// <summary>Days ahead that the last day may lie.</summary>
    public const int MostDays = 60, MostChoices = 1000;

    public sealed class Input
    {
        /// <summary>The bill.</summary>
        public Guid Id { get; set; }

        /// <summary>Which maker is asked for which line: <c>line:maker</c>, both by id.</summary>
        [Display(Name = "选中的企业"), MaxLength(MostChoices)]
        public List<string>? Choices { get; set; }

        /// <summary>The last day for an answer; some days ahead when nothing is said.</summary>
        [Display(Name = "报价截止日")]
        public DateOnly? AnswerBy { get; set; }
    }

    /// <param name="Makers">that got an inquiry, or more lines in theirs</param>
    /// <param name="Lines">asked of them in all</param>
    /// <param name="Known">ticks that had been asked already</param>
    public sealed record Result(Guid BillId, int Makers, int Lines, int Known, IReadOnlyList<Guid> Inquiries);

    public override Access Access => Access.Needs(InquiriesCapability.Use);

    // What a firm sends is counted by the day: two clicks at once are taken one after the other.
    protected override string? LockName(Input input) => $"send-inquiries:{Actor.OwnFirm() ?? input.Id}";

    protected override Outcome<Result> OnDuplicate() => Outcome<Result>.Conflict("同事刚刚向同一家企业询了价；请打开最新内容再看。");

    protected override async Task<Outcome<Result>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var bill = await Db.Set<Bill>().Include(b => b.Lines).SeenBy(Actor).FirstOrDefaultAsync(b => b.Id == input.Id, cancellation);
        if (bill is null) return Outcome<Result>.NotFound();
        var today = ChinaTime.Today(Now);
        var answerBy = input.AnswerBy ?? today.AddDays(settings.Of(InquiriesCapability.UsualDays));
        if (answerBy < today) return Outcome<Result>.Invalid("answerBy", $"报价截止日已过；请填今天（{today:yyyy-MM-dd}）或以后的日期。");
        if (answerBy > today.AddDays(MostDays)) return Outcome<Result>.Invalid("answerBy", $"报价截止日最远 {MostDays} 天；请填 {today.AddDays(MostDays):yyyy-MM-dd} 以前的日期。");
        var (chosen, problem) = await ReadAsync(bill, input.Choices ?? [], cancellation);
        if (chosen is null) return Outcome<Result>.Invalid("choices", problem!);

        var open = await Db.Set<Inquiry>().Include(i => i.Lines).Open().Where(i => i.BillId == bill.Id).ToDictionaryAsync(i => i.SellerId, cancellation);
        var wanted = chosen.Select(group => (Maker: group.Key, Lines: group.Where(l => !open.TryGetValue(group.Key, out var known) || !known.Lines.Any(k => k.BillLineId == l.Id)).ToList())).Where(w => w.Lines.Count > 0).ToList();
        if (wanted.Count == 0) return Outcome<Result>.Refused("选中的企业对这些行都已经询过价；请到比价表看报价，或另选企业。");
        if (await TooManyAsync(bill, wanted.ConvertAll(w => w.Maker), today, cancellation) is { } tooMany) return Outcome<Result>.Refused(tooMany);

        var sent = new List<Guid>();
        foreach (var (maker, lines) in wanted) sent.Add(await AskAsync(bill, maker, lines, open.GetValueOrDefault(maker), answerBy, cancellation));
        var asked = wanted.Sum(w => w.Lines.Count);
        return Outcome<Result>.Done(new(bill.Id, wanted.Count, asked, chosen.Sum(g => g.Count()) - asked, sent));
    }

    private async Task<Guid> AskAsync(Bill bill, Guid maker, List<BillLine> lines, Inquiry? open, DateOnly answerBy, CancellationToken cancellation)
    {
        var inquiry = open ?? Inquiry.Send(bill.DistrictId, bill.OrganisationId, maker, bill.Id, Actor.UserId, answerBy, Now);
        foreach (var line in lines)
        {
            if (inquiry.Ask(line) is { } asked && open is not null) Db.Add(asked);
        }

        if (open is null) Db.Add(inquiry);
        else inquiry.AskAgain(Actor.UserId, answerBy, Now);
        var step = open is null ? InquiryStep.Sent : InquiryStep.Extended;
        Record(new InquiryMoved(inquiry.Id, step, inquiry.State, lines.Count));
        await notices.TellAsync(inquiry, InquirySide.Seller, step, buyer => ($"{buyer}向贵企业询价：{InquiryNotices.WhatOf(inquiry)}", $"请在 {ChinaTime.Date(inquiry.AnswerBy)}以前报价；不合适可以谢绝。报价只有对方看得到。"), cancellation);
        return inquiry.Id;
    }

    /// <summary>Maker → the lines it is asked for; or what is wrong.</summary>
    private async Task<(List<IGrouping<Guid, BillLine>>? Chosen, string? Problem)> ReadAsync(Bill bill, List<string> choices, CancellationToken cancellation)
    {
        if (choices.Count == 0) return (null, "请先勾选要询价的企业：每一行勾一家或几家。");
        var lines = bill.Lines.ToDictionary(l => l.Id);
        var read = new List<(BillLine Line, Guid Maker)>();
        foreach (var choice in choices.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var at = choice.IndexOf(':', StringComparison.Ordinal);
            if (at < 0 || !Guid.TryParse(choice.AsSpan(0, at), out var line) || !Guid.TryParse(choice.AsSpan(at + 1), out var maker)) return (null, "有一处勾选认不出来；请刷新页面后重新勾选。");
            if (!lines.TryGetValue(line, out var known)) return (null, "清单刚刚改过，有一行已不在；请刷新页面后重新勾选。");
            read.Add((known, maker));
        }

        var makers = read.ConvertAll(r => r.Maker).Distinct().ToList();
        if (makers.Contains(bill.OrganisationId)) return (null, "不能向本企业自己询价。");
        if (await firms.Firms().CountAsync(f => makers.Contains(f.Id) && f.DistrictId == bill.DistrictId, cancellation) < makers.Count) return (null, "有一家企业不在本区县的名册里，不能询价；请刷新页面后重新勾选。");
        return ([.. read.OrderBy(r => r.Line.Place).GroupBy(r => r.Maker, r => r.Line)], null);
    }

    private async Task<string?> TooManyAsync(Bill bill, List<Guid> makers, DateOnly today, CancellationToken cancellation)
    {
        if (Actor.Trusted) return null;
        var (most, day) = (settings.Of(InquiriesCapability.MostADay), ChinaTime.StartOf(today));
        var sent = await Db.Set<Inquiry>().CountAsync(i => i.BuyerId == bill.OrganisationId && i.SentAt >= day && !(i.BillId == bill.Id && makers.Contains(i.SellerId)), cancellation);
        return sent + makers.Count <= most ? null
            : $"贵企业今天已发出 {sent} 份询价，再发 {makers.Count} 份就超过每天 {most} 份的上限；请少选几家或明天再发，确有需要时请系统管理员在“设置”中放宽。";
    }
}

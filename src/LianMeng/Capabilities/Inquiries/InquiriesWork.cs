using LianMeng.Capabilities.Inquiries.Bills;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>Inquiries that wait for the own firm's price, and bills whose offers are to be compared.</summary>
internal sealed class InquiriesWork(AppDb db, Actor actor, FirmDirectory firms, TimeProvider clock) : WorkSource
{
    private const int Named = 5;

    public override int Order => 16;

    public override async Task AddAsync(WorkBoard board, CancellationToken cancellation)
    {
        if (actor.OwnFirms() is not { Count: > 0 } own) return;
        var today = ChinaTime.Today(clock.GetUtcNow().UtcDateTime);
        var waiting = db.Set<Inquiry>().AsNoTracking().Waiting(own, today);
        var some = await waiting.OrderBy(i => i.AnswerBy).Take(Named).Select(i => new { i.Id, i.BuyerId, i.AnswerBy, First = i.Lines.OrderBy(l => l.Place).Select(l => l.Product).FirstOrDefault(), Lines = i.Lines.Count }).ToListAsync(cancellation);
        var ids = some.ConvertAll(i => i.BuyerId);
        var names = ids.Count == 0 ? [] : await firms.Firms().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        foreach (var line in some)
            board.Wait(new($"待报价：{names.GetValueOrDefault(line.BuyerId, "对方企业")}询价 {InquiryNotices.WhatOf(line.First ?? "", line.Lines)}", "报价只有对方看得到；不合适可以谢绝", $"/inquiries/{line.Id}", WorkUrgency.ToDo, line.AnswerBy));
        if (some.Count == Named && await waiting.CountAsync(cancellation) - Named is > 0 and var more) board.Wait(new($"还有 {more} 份询价待报价", "别的企业发来的", "/inquiries?waiting=true", WorkUrgency.ToDo));

        var over = db.Set<Inquiry>().AsNoTracking().Due(own, today).GroupBy(i => i.BillId).Select(g => new { Bill = g.Key, Makers = g.Count(), Last = g.Max(i => i.AnswerBy) });
        var due = await over.OrderByDescending(g => g.Last).ThenByDescending(g => g.Bill).Take(Named).ToListAsync(cancellation);
        var bills = due.ConvertAll(d => d.Bill);
        var called = bills.Count == 0 ? [] : await db.Set<Bill>().AsNoTracking().Where(b => bills.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name, cancellation);
        foreach (var bill in due.Where(d => called.ContainsKey(d.Bill)))
            board.Wait(new($"已到期待比价：{called[bill.Bill]}", $"{bill.Makers} 家报了价；比完请结束询价", $"/bills/{bill.Bill}/offers", WorkUrgency.ToDo));
        if (due.Count == Named && await over.CountAsync(cancellation) - Named is > 0 and var further) board.Wait(new($"还有 {further} 份清单待比价", "报价已到期的", "/bills", WorkUrgency.ToDo));
    }
}

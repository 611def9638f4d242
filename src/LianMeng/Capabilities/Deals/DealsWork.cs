using LianMeng.Capabilities.Deals.Substitutions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals;

/// <summary>Deals that wait for the own firm's word, follow-ups that are due, substitutions to confirm; for officers, follow-ups nobody answered and deals on which the two differ.</summary>
internal sealed class DealsWork(AppDb db, Actor actor, FirmDirectory firms, SettingValues settings, TimeProvider clock) : WorkSource
{
    private const int Named = 5;

    public override int Order => 24;

    public override async Task AddAsync(WorkBoard board, CancellationToken cancellation)
    {
        if (!actor.May(DealsCapability.Act)) return;
        var today = ChinaTime.Today(clock.GetUtcNow().UtcDateTime);
        var deals = db.Set<Deal>().AsNoTracking().SeenBy(actor);
        var due = deals.FollowUpDue(today, DealsCapability.DaysOf(settings));
        var own = actor.FirmsFor(DealsCapability.Confirm);
        if (own.Count > 0) await AddOwnAsync(board, deals.Where(d => own.Contains(d.SellerId) || own.Contains(d.BuyerId)), due.Where(d => own.Contains(d.SellerId) || own.Contains(d.BuyerId)), own, cancellation);
        else await AddOfficersAsync(board, deals, due, cancellation);
    }

    private async Task AddOwnAsync(WorkBoard board, IQueryable<Deal> deals, IQueryable<Deal> due, List<Guid> own, CancellationToken cancellation)
    {
        var waiting = deals.WaitingFor(own);
        var some = await waiting.OrderByDescending(d => d.UpdatedAt).Take(Named).Select(d => new Brief(d.Id, d.Title, d.Stage, own.Contains(d.SellerId) ? d.BuyerId : d.SellerId, d.IsDiffering)).ToListAsync(cancellation);
        var asked = await due.OrderBy(d => d.FollowedFrom).Take(Named).Select(d => new Brief(d.Id, d.Title, d.Stage, own.Contains(d.SellerId) ? d.BuyerId : d.SellerId, d.IsDiffering)).ToListAsync(cancellation);
        var unconfirmed = await db.Set<SubstitutionRecord>().AsNoTracking().CountAsync(s => s.WithdrawnAt == null && ((own.Contains(s.BuyerId) && s.BuyerConfirmedAt == null) || (own.Contains(s.MakerId) && s.MakerConfirmedAt == null)), cancellation);
        var ids = some.Concat(asked).Select(d => d.Other).Distinct().ToList();
        var names = ids.Count == 0 ? [] : await firms.Firms().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        foreach (var deal in some)
            board.Wait(new($"等贵企业确认：与 {names.GetValueOrDefault(deal.Other, "对方")} 的合作", $"{deal.Title}，{ListExport.Words(deal.Stage)}；{(deal.IsDiffering ? "两方金额不一致，核对后才计入统计" : "双方都确认的才计入统计")}", $"/deals/{deal.Id}", WorkUrgency.ToDo));
        foreach (var deal in asked)
            board.Wait(new($"合作怎样了：与 {names.GetValueOrDefault(deal.Other, "对方")} 的 {deal.Title}", "回访到期，说一句就行", $"/deals/{deal.Id}#follow-up", WorkUrgency.ToDo));
        var (more, late) = (some.Count < Named ? 0 : await waiting.CountAsync(cancellation) - some.Count, asked.Count < Named ? 0 : await due.CountAsync(cancellation) - asked.Count);
        if (more > 0) board.Wait(new($"还有 {more} 笔合作等贵企业确认", "对方填报的进展", "/deals?waiting=true", WorkUrgency.ToDo));
        if (late > 0) board.Wait(new($"还有 {late} 笔合作的回访到期", "说一句就行", "/deals?followUp=true", WorkUrgency.ToDo));
        if (unconfirmed > 0) board.Wait(new($"{unconfirmed} 条本地替代等贵企业确认", "双方都确认的才计入台账合计", "/substitutions?waiting=true", WorkUrgency.ToDo));
    }

    private static async Task AddOfficersAsync(WorkBoard board, IQueryable<Deal> deals, IQueryable<Deal> due, CancellationToken cancellation)
    {
        if (await due.CountAsync(cancellation) is > 0 and var late) board.Wait(new($"{late} 笔合作的回访到期", "双方还没有答复，可以打电话问，代录结果", "/deals?followUp=true", WorkUrgency.ToDo));
        if (await deals.CountAsync(d => d.IsDiffering, cancellation) is > 0 and var differing) board.Wait(new($"{differing} 笔合作两方金额不一致", "问问双方，核对一致后才计入统计", "/deals?differing=true", WorkUrgency.CanBeDone));
        if (await deals.CountAsync(d => d.Condition == DealCondition.Disputed, cancellation) is > 0 and var disputed) board.Wait(new($"{disputed} 笔合作有争议", "了结以前不计入统计", "/deals?condition=Disputed", WorkUrgency.CanBeDone));
    }

    private sealed record Brief(Guid Id, string Title, DealStage Stage, Guid Other, bool IsDiffering);
}

using LianMeng.Capabilities.Introductions.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Introductions;

/// <summary>Introductions that wait for the own firm's answer; for officers, how many have come to a standstill.</summary>
internal sealed class IntroductionsWork(AppDb db, Actor actor, FirmDirectory firms, SettingValues settings, TimeProvider clock) : WorkSource
{
    private const int Named = 5;

    public override int Order => 15;

    public override async Task AddAsync(WorkBoard board, CancellationToken cancellation)
    {
        if (actor.AnswersFor() is { } own) await AddOwnAsync(board, own, cancellation);
        if (!actor.May(IntroductionsCapability.Introduce)) return;
        var days = settings.Of(IntroductionsCapability.StalledDays);
        if (await db.Set<Introduction>().StalledSince(ListIntroductions.StalledBefore(clock.GetUtcNow().UtcDateTime, days)).CountAsync(cancellation) is > 0 and var stalled)
            board.Wait(new($"{stalled} 次对接停滞超过 {days} 天", "提醒一下等着答复的一方，或打电话问问", "/introductions?stalled=true", WorkUrgency.CanBeDone));
    }

    private async Task AddOwnAsync(WorkBoard board, Guid own, CancellationToken cancellation)
    {
        var waiting = db.Set<Introduction>().AsNoTracking().WaitingFor(own);
        var some = await waiting.OrderBy(i => i.MovedAt).Take(Named).Select(i => new { i.Id, i.Product, i.Stage, Other = i.BuyerId == own ? i.SellerId : i.BuyerId }).ToListAsync(cancellation);
        if (some.Count == 0) return;
        var ids = some.Select(i => i.Other).ToList();
        var names = await firms.Firms().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        foreach (var line in some.Where(l => names.ContainsKey(l.Other)))
            board.Wait(new($"{(line.Stage == IntroductionStage.Suggested ? "推荐与" : "")}{names[line.Other]}{(line.Stage == IntroductionStage.Suggested ? "对接" : "想与贵企业对接")}：{line.Product}", "等贵企业答复：同意后双方互见联系方式，不合适可以婉拒", $"/introductions/{line.Id}", WorkUrgency.ToDo));
        var all = await waiting.CountAsync(cancellation);
        if (all > some.Count) board.Wait(new($"还有 {all - some.Count} 次对接等贵企业答复", "别的企业提出的，或书记推荐的", "/introductions?waiting=true", WorkUrgency.ToDo));
    }
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Organisations;

/// <summary>For whoever speaks for a firm: its own record, and what it buys as ways to local makers.</summary>
internal sealed class OwnFirmWork(RegisterFigures register, Actor actor, SettingValues settings, TimeProvider clock) : WorkSource
{
    public override int Order => 55;

    public override async Task AddAsync(WorkBoard board, CancellationToken cancellation)
    {
        if (actor.OrganisationId is not { } own || await register.OwnAsync(own, cancellation) is not { } firm) return;
        var now = clock.GetUtcNow().UtcDateTime;
        var today = ChinaTime.Today(now);
        var (confirmed, expiring) = await register.OwnUpkeepAsync(own, today.AddDays(settings.Of(OrganisationsCapability.ExpiringDays)), cancellation);
        if (actor.May(OrganisationsCapability.Keep))
        {
            var quarter = ChinaTime.StartOf(new(today.Year, (today.Month - 1) / 3 * 3 + 1, 1));
            board.Wait(new(firm.Name, confirmed >= quarter ? $"资料已于 {ChinaTime.Date(confirmed.Value)} 确认；有变化可随时修改" : "本季度还没有确认资料；核对无误可一键确认，自愿办理，不作强制要求", $"/organisations/{own}", WorkUrgency.CanBeDone));
            if (expiring.Count > 0) board.Wait(new($"{expiring.Count} 项资质即将到期或已过期", string.Join("、", expiring.Take(5)), $"/organisations/{own}", WorkUrgency.ToDo));
        }

        foreach (var product in firm.Buys) board.Buy(new(product));
    }
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>Links that another firm declared and the own one has not answered; for officers, those on which the two differ.</summary>
internal sealed class SupplyLinksWork(AppDb db, Actor actor, FirmDirectory firms) : WorkSource
{
    private const int Named = 5;

    public override int Order => 25;

    public override async Task AddAsync(WorkBoard board, CancellationToken cancellation)
    {
        if (!actor.May(SupplyLinksCapability.Declare)) return;
        var links = db.Set<SupplyLink>().AsNoTracking();
        if (actor.OrganisationId is { } own) await AddOwnAsync(board, links, own, cancellation);
        else if (await links.CountAsync(l => l.State == SupplyLinkState.Differing, cancellation) is > 0 and var differing)
            board.Wait(new($"{differing} 条供货关系两方申报不一致", "问问双方，数字核对一致后图谱才能用", "/supply-links?state=Differing", WorkUrgency.CanBeDone));
    }

    private async Task AddOwnAsync(WorkBoard board, IQueryable<SupplyLink> links, Guid own, CancellationToken cancellation)
    {
        var waiting = links.Where(l => l.DeniedBy == null && ((l.State == SupplyLinkState.BySeller && l.BuyerId == own) || (l.State == SupplyLinkState.ByBuyer && l.SellerId == own)));
        var some = await waiting.OrderByDescending(l => l.UpdatedAt).Take(Named).Select(l => new { l.Id, l.Product, l.State, Other = l.BuyerId == own ? l.SellerId : l.BuyerId }).ToListAsync(cancellation);
        if (some.Count == 0) return;
        var ids = some.Select(l => l.Other).ToList();
        var names = await firms.Firms().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        foreach (var link in some.Where(l => names.ContainsKey(l.Other)))
            board.Wait(new($"{names[link.Other]} 申报{(link.State == SupplyLinkState.ByBuyer ? "向贵企业采购" : "供货给贵企业")}：{link.Product}", "请确认、填写贵企业的数字，或否认", $"/supply-links/{link.Id}", WorkUrgency.ToDo));
        var all = await waiting.CountAsync(cancellation);
        if (all > some.Count) board.Wait(new($"还有 {all - some.Count} 条供货关系等您确认", "别的企业申报的", "/supply-links?waiting=true", WorkUrgency.ToDo));
    }
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Listings;

/// <summary>A firm's listings that end soon or ran out; for officers the district's, and how many stand.</summary>
internal sealed class ListingsWork(AppDb db, Actor actor, FirmDirectory firms, TimeProvider clock) : WorkSource
{
    private const int Named = 5, RecentDays = 7;

    public override int Order => 20;

    public override async Task AddAsync(WorkBoard board, CancellationToken cancellation)
    {
        if (!actor.May(ListingsCapability.Read)) return;
        var today = ChinaTime.Today(clock.GetUtcNow().UtcDateTime);
        if (actor.OrganisationId is { } own) await AddOwnAsync(board, own, today, cancellation);
        else if (actor.SeesAll()) await AddDistrictAsync(board, today, cancellation);
        await AddNewsAsync(board, today, cancellation);
    }

    private async Task AddOwnAsync(WorkBoard board, Guid own, DateOnly today, CancellationToken cancellation)
    {
        board.Offer(new("发布需求", "/listings/new?kind=Demand", "plus"));
        var mine = db.Set<Listing>().AsNoTracking().Where(l => l.OrganisationId == own);
        var last = today.AddDays(ExpireListings.Ahead);
        var ending = await mine.Where(l => l.State == ListingState.Open && l.ValidUntil >= today && l.ValidUntil <= last)
            .OrderBy(l => l.ValidUntil).Take(Named).Select(l => new { l.Id, l.Title, l.ValidUntil }).ToListAsync(cancellation);
        foreach (var listing in ending) board.Wait(new(listing.Title, "快到期了；如仍需要，打开续期", $"/listings/{listing.Id}", WorkUrgency.ToDo, listing.ValidUntil));

        var since = clock.GetUtcNow().UtcDateTime.AddDays(-RecentDays);
        foreach (var listing in await mine.Where(l => l.State == ListingState.Draft || (l.State == ListingState.Expired && l.UpdatedAt > since))
            .OrderByDescending(l => l.UpdatedAt).Take(Named).Select(l => new { l.Id, l.Title, l.State }).ToListAsync(cancellation))
            board.Wait(new(listing.Title, listing.State == ListingState.Draft ? "草稿，还没有发布" : "已到期下架；可以续期", $"/listings/{listing.Id}", WorkUrgency.CanBeDone));
        board.Count(new("我的有效供需", await mine.CountAsync(l => l.State == ListingState.Open && l.ValidUntil >= today, cancellation), "条", "/listings?from=Mine&state=Open", "本企业发布的、今天仍有效的供需信息。"));
    }

    private async Task AddDistrictAsync(WorkBoard board, DateOnly today, CancellationToken cancellation)
    {
        var last = today.AddDays(ExpireListings.Ahead);
        var open = db.Set<Listing>().AsNoTracking().Where(l => l.State == ListingState.Open && l.ValidUntil >= today);
        var ending = await open.Where(l => l.ValidUntil <= last).OrderBy(l => l.ValidUntil).Select(l => (DateOnly?)l.ValidUntil).ToListAsync(cancellation);
        if (ending.Count > 0) board.Wait(new($"{ending.Count} 条供需一周内到期", "问问企业是否续期，或已经对接成功", "/listings?endsWithin=7", WorkUrgency.CanBeDone, ending[0]));
        board.Count(new("有效需求", await open.CountAsync(l => l.Kind == ListingKind.Demand, cancellation), "条", "/listings?from=District&kind=Demand&state=Open", "今天仍有效的需求信息。"));
        board.Count(new("有效供给", await open.CountAsync(l => l.Kind == ListingKind.Supply, cancellation), "条", "/listings?from=District&kind=Supply&state=Open", "今天仍有效的供给信息。"));
    }

    private async Task AddNewsAsync(WorkBoard board, DateOnly today, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow().UtcDateTime.AddDays(-RecentDays);
        var seen = new ListingRows(db, actor, firms).Seen(today).Where(r => r.State == ListingState.Open && r.ValidUntil >= today && r.UpdatedAt > since && (r.OrganisationId == null || r.OrganisationId != actor.OrganisationId));
        if (await seen.OrderByDescending(r => r.UpdatedAt).Select(r => (DateTime?)r.UpdatedAt).FirstOrDefaultAsync(cancellation) is not { } latest) return;
        board.Tell(new($"{await seen.CountAsync(cancellation)} 条新的供需信息", $"近 {RecentDays} 天发布或更新", "/listings", latest));
    }
}

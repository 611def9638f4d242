using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>For the officers: vacancies of 1+1+1. For the committee: applications, reviews, the chair. For a firm: its invitation to the chair and what it has promised.</summary>
internal sealed class AlliancesWork(AppDb db, Actor actor, AllianceBoard board, LeftEntries left, TimeProvider clock) : WorkSource
{
    private const int Named = 20;

    public override int Order => 25;

    public override async Task AddAsync(WorkBoard work, CancellationToken cancellation)
    {
        if (!actor.May(AlliancesCapability.Read)) return;
        if (actor.OrganisationId is { } own) await AddOwnAsync(work, own, cancellation);
        if (!actor.May(AlliancesCapability.Oversee)) return;
        var alliances = await db.Set<Alliance>().AsNoTracking().Within(actor, AlliancesCapability.Oversee).Where(a => a.State != AllianceState.Dissolved).OrderBy(a => a.SortKey).Take(Named).ToListAsync(cancellation);
        var holders = await board.HoldersAsync([.. alliances.Select(a => a.Id)], cancellation);
        foreach (var alliance in alliances) await AddAsync(work, alliance, holders[alliance.Id], cancellation);
        if (alliances.Count > 0) work.Count(new("联盟", alliances.Count(a => a.State == AllianceState.Running), "个", "/alliances?state=Running", "正在运行的党建联盟和产业链党委。"));
    }

    private async Task AddAsync(WorkBoard work, Alliance alliance, AllianceBoard.OneOneOne holders, CancellationToken cancellation)
    {
        var (oversees, acts) = (actor.MayIn(alliance.Id, AlliancesCapability.Found) || actor.MayIn(alliance.Id, AlliancesCapability.Remind), actor.MayIn(alliance.Id, AlliancesCapability.Act));
        foreach (var line in await board.LinesAsync(alliance, holders, cancellation))
        {
            if (line.Tier == AllianceTier.District && oversees) work.Wait(new(line.Text, alliance.Name, line.Href, line.IsAlarm ? WorkUrgency.LookAtOnce : WorkUrgency.ToDo, line.Due));
            else if (line.Tier == AllianceTier.Committee && acts) work.Wait(new(line.Text, alliance.Name, line.Href, WorkUrgency.ToDo, line.Due));
        }
    }

    private async Task AddOwnAsync(WorkBoard work, Guid own, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(clock.GetUtcNow().UtcDateTime);
        if (actor.May(AlliancesCapability.Execute))
        {
            foreach (var term in await db.Set<ChairTerm>().AsNoTracking().Where(t => t.OrganisationId == own && t.State == ChairState.Invited).Join(db.Set<Alliance>(), t => t.AllianceId, a => a.Id, (t, a) => new { a.Id, a.Name, t.From }).ToListAsync(cancellation))
                work.Wait(new("邀请本企业党组织任轮值单位", $"{term.Name}，{ChinaTime.Date(term.From)}起；请接受或谢绝", $"/alliances/{term.Id}/rotation", WorkUrgency.ToDo, term.From));
        }

        if (!actor.May(AlliancesCapability.Finish)) return;
        var leaving = (await left.All().Where(e => e.OwnerOrganisationId == own).Select(e => e.Id).ToListAsync(cancellation)).ToHashSet();
        foreach (var entry in await db.Set<RegisterEntry>().AsNoTracking().Where(e => e.OwnerOrganisationId == own && e.State == RegisterState.Open).OrderBy(e => e.Deadline ?? DateOnly.MaxValue).Take(Named).ToListAsync(cancellation))
            work.Wait(new(entry.Title, leaving.Contains(entry.Id) ? "责任人已离任，由本单位接办，待交接" : "联盟清单中由本单位负责", $"/register-entries/{entry.Id}", entry.IsOverdue(today) || leaving.Contains(entry.Id) ? WorkUrgency.LookAtOnce : WorkUrgency.ToDo, entry.Deadline));
    }
}

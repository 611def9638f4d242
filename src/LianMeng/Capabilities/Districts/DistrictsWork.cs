using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Districts;

/// <summary>For the administrator: the districts, and that there must be a first.</summary>
internal sealed class DistrictsWork(AppDb db, Actor actor) : WorkSource
{
    public override int Order => 90;

    public override async Task AddAsync(WorkBoard board, CancellationToken cancellation)
    {
        if (!actor.May(DistrictsCapability.Manage)) return;
        var districts = await db.Set<District>().CountAsync(d => d.Id != DistrictIds.City, cancellation);
        if (districts == 0) board.Wait(new("设立第一个区县", "企业、名册和权限都按区县分开", "/districts", WorkUrgency.ToDo));
        board.Count(new("区县", districts, "个", "/districts", "已设立的区县和开发区。"));
    }
}

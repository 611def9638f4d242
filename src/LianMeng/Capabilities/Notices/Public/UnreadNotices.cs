using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Notices.Public;

/// <summary>The number beside the bell.</summary>
public sealed class UnreadNotices(AppDb db, Actor actor)
{
    /// <returns>how many notices the actor has not read</returns>
    public async Task<int> CountAsync(CancellationToken cancellation)
        => actor.UserId is { } user ? await db.Set<Notice>().CountAsync(n => n.UserId == user && n.DistrictId == actor.WriteDistrict && n.ReadAt == null, cancellation) : 0;
}

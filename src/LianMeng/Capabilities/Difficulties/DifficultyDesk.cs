using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>What the steps of a difficulty need beside it: the whole record, its clocks, whom to tell.</summary>
public sealed class DifficultyDesk(AppDb db, DifficultyClocks clocks, DifficultyNews news)
{
    public DifficultyClocks Clocks => clocks;

    public DifficultyNews News => news;

    /// <summary>With tasks, firms, requests and milestones.</summary>
    public IQueryable<Difficulty> Whole() => db.Set<Difficulty>().Include(d => d.Tasks).Include(d => d.Beneficiaries).Include(d => d.Requests).Include(d => d.Milestones);

    /// <summary>Makes the stored limits anew, from the facts of before and those of this save.</summary>
    internal async Task FollowClocksAsync(Difficulty difficulty, IReadOnlyList<DifficultyMoved> moved, CancellationToken cancellation)
    {
        if (moved.Count == 0) return;
        var replayed = await clocks.OfAsync(difficulty.Id, [.. moved.Where(m => m.DifficultyId == difficulty.Id)], cancellation);
        difficulty.Cache(DifficultyClocks.NextOf(replayed), DifficultyClocks.ByTask(replayed));
    }
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>What the steps of a difficulty need beside it: the whole record, its clocks, whom to tell.</summary>
public sealed class DifficultyDesk(AppDb db, DifficultyClocks clocks, DifficultyNews news, FirmDirectory directory)
{
    public DifficultyClocks Clocks => clocks;

    public DifficultyNews News => news;

    /// <summary>With tasks, firms, requests and milestones.</summary>
    public IQueryable<Difficulty> Whole() => db.Set<Difficulty>().Include(d => d.Tasks).Include(d => d.Beneficiaries).Include(d => d.Requests).Include(d => d.Milestones);

    /// <summary>The unit that a person means by a name or a code: anybody of the register but an enterprise.</summary>
    /// <param name="missing">what is said where nothing was written</param>
    internal async Task<(FirmDirectory.Row? Unit, string? Problem)> UnitAsync(Difficulty difficulty, string? text, string missing, CancellationToken cancellation)
    {
        var (unit, problem) = await directory.MeantAsync(difficulty.DistrictId, text, missing, cancellation);
        return unit?.Kind == OrganisationKind.Enterprise ? (null, "难题交办给部门、镇街、园区、银行等单位，不交办给企业。") : (unit, problem);
    }

    /// <summary>Makes the stored limits anew, from the facts of before and those of this save.</summary>
    internal async Task FollowClocksAsync(Difficulty difficulty, IReadOnlyList<DifficultyMoved> moved, CancellationToken cancellation)
    {
        if (moved.Count == 0) return;
        var replayed = await clocks.OfAsync(difficulty.Id, [.. moved.Where(m => m.DifficultyId == difficulty.Id)], cancellation);
        difficulty.Cache(DifficultyClocks.NextOf(replayed), DifficultyClocks.ByTask(replayed));
    }
}

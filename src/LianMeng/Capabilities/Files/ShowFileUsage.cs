using LianMeng.Capabilities.Districts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Files;

/// <summary>
/// How much of the space is used: of the actor's districts, and for the administrator, who gives the space and sees no record,
/// of each district as a sum.
/// </summary>
public sealed class ShowFileUsage(UseCaseContext context, FileLimits limits, TrustedScopes scopes, DistrictNames names) : Show<ShowFileUsage.Input, ShowFileUsage.View>(context)
{
    public sealed class Input;

    /// <param name="Used">bytes</param>
    /// <param name="Limit">bytes, of all these districts together</param>
    /// <param name="Missing">files whose content was lost</param>
    /// <param name="Districts">one by one, for those who look after several</param>
    public sealed record View(int Files, long Used, long Limit, int Missing, IReadOnlyList<District> Districts);

    public sealed record District(string Name, int Files, long Used, int Missing);

    public override Access Access => Access.Needs(FilesCapability.Manage);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var all = await names.AllAsync();
        var seen = Actor.Is(Role.SystemAdministrator) ? [.. all.Select(d => d.Id)] : Actor.ReadDistricts;
        await using var trusted = await scopes.OpenAsync("file-usage", DistrictIds.City, cancellation);
        var sums = await trusted.ServiceProvider.GetRequiredService<AppDb>().Set<StoredFile>().Where(f => seen.Contains(f.DistrictId)).GroupBy(f => f.DistrictId)
            .Select(g => new { g.Key, Files = g.Count(), Used = g.Sum(f => f.Size), Missing = g.Count(f => f.MissingSince != null) }).ToListAsync(cancellation);
        var districts = all.Where(d => seen.Contains(d.Id)).ToList();
        return new(sums.Sum(s => s.Files), sums.Sum(s => s.Used), limits.OfDistrict * Math.Max(1, districts.Count), sums.Sum(s => s.Missing), districts.Count < 2 ? [] :
            [.. districts.Select(d => (d.Name, Sum: sums.FirstOrDefault(s => s.Key == d.Id))).Select(d => new District(d.Name, d.Sum?.Files ?? 0, d.Sum?.Used ?? 0, d.Sum?.Missing ?? 0))]);
    }
}

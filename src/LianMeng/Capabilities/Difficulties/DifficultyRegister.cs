using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>The alliance's difficulties on its registers 清单: who sees to each, and by when.</summary>
internal sealed class DifficultyRegister(AppDb db, FirmDirectory firms) : RegisterSource
{
    public override string Key => "difficulties";

    public override string Title => "难题";

    public override async Task<IReadOnlyList<RegisterLine>> LinesAsync(Guid allianceId, IReadOnlyList<Guid> members, CancellationToken cancellation)
    {
        var rows = await db.Set<Difficulty>().AsNoTracking().Where(d => d.AllianceId == allianceId).OrderByDescending(d => d.RaisedAt).Take(Most)
            .Select(d => new { d.Id, d.Number, d.Title, d.State, d.NextLimitAt, Unit = d.Tasks.Where(t => t.IsLead && t.State != DifficultyTaskState.Dropped).Select(t => (Guid?)t.UnitId).FirstOrDefault() }).ToListAsync(cancellation);
        var units = rows.Select(r => r.Unit).OfType<Guid>().Distinct().ToList();
        var names = await firms.Firms().Where(f => units.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        return [.. rows.Select(r => new RegisterLine(r.Id, "难题清单", $"{r.Number} {r.Title}", r.Unit is { } unit ? names.GetValueOrDefault(unit, "（已移出名册）") : "联盟书记", r.Unit, r.NextLimitAt is { } limit ? ChinaTime.Today(limit) : null, r.State.Words(), r.State.IsOpen(), null, $"/difficulties/{r.Id}")
        {
            IsDone = r.State == DifficultyState.Answered,
        })];
    }
}

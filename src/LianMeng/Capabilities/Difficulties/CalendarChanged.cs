using LianMeng.Capabilities.Calendars.Public;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>A notice of holidays was entered, or the hours of business changed: limits that run are reckoned anew, in every district.</summary>
public sealed class CalendarChanged : Reaction
{
    public override string Name => "recount-difficulty-limits";

    public override string Title => "按工作日历重算难题期限";

    public override bool Wants(Fact fact) => fact.Subjects.Contains(WorkCalendars.SubjectId);

    public override async Task<IReadOnlyList<ReactionWork>> PlanAsync(Fact fact, LedgerEntry entry, IServiceProvider services, CancellationToken cancellation)
    {
        var districts = await services.GetRequiredService<DistrictNames>().AllAsync();
        return [.. districts.Select(d => new ReactionWork(d.Id, typeof(RecountDifficultyLimits), new RecountDifficultyLimits.Input { After = entry.Seq }))];
    }
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Calendar;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>Every clock that ever ran in a difficulty, as it stands now: working minutes, replayed from the facts.</summary>
public sealed class ShowDifficultyClocks(UseCaseContext context, FirmDirectory firms, DifficultyClocks clocks) : Show<ShowDifficultyClocks.Input, ShowDifficultyClocks.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    /// <param name="AsOf">the instant that the clocks are read at</param>
    public sealed record View(DateTimeOffset AsOf, IReadOnlyList<Row> Clocks);

    /// <param name="Elapsed">working minutes without pauses, like those that follow</param>
    /// <param name="Limit">null: no limit</param>
    /// <param name="Provisional">暂定: the limit reaches beyond the last published calendar year</param>
    public sealed record Row(string Kind, Guid? TaskId, Guid? UnitId, string? Unit, Guid? OrganisationId, Guid? MilestoneId, int Round, DateTimeOffset Start, DateTimeOffset? Limit, DateTimeOffset? End, string State, int Elapsed, int Paused, int? Remaining, int? Percent, bool Provisional);

    public override Access Access => Access.Needs(DifficultiesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var found = await Db.Set<Difficulty>().AsNoTracking().SeenBy(Actor).Include(d => d.Tasks).FirstOrDefaultAsync(d => d.Id == input.Id, cancellation);
        if (found is null) return null;
        var inside = Actor.SeesInside(found);
        // Between units and the secretary: a firm sees the handling, not who argued about it.
        var shown = (await clocks.OfAsync(found.Id, [], cancellation)).Where(c => inside || c.Kind is not (CaseClockKind.Ruling or CaseClockKind.Acknowledge)).ToList();
        var units = shown.Select(c => c.Unit).OfType<Guid>().Distinct().ToList();
        var names = await firms.Firms().Where(f => units.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        return new(new(Now), [.. shown.Select(c => new Row(c.Kind.ToString(), c.Task, c.Unit, c.Unit is { } unit ? names.GetValueOrDefault(unit) : null, c.Beneficiary, c.Milestone, c.Round, c.Start, c.Limit, c.End, c.State.ToString(), c.Elapsed, c.PausedMinutes, c.Remaining, c.Percent, c.Provisional))]);
    }
}

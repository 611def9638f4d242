using LianMeng.Capabilities.Calendars.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>Makes the stored limits of a district's open difficulties anew, from their facts and the calendar that holds now.</summary>
public sealed class RecountDifficultyLimits(UseCaseContext context, DifficultyDesk desk, WorkCalendars calendars) : Command<RecountDifficultyLimits.Input, int>(context)
{
    public sealed class Input
    {
        /// <summary>The ledger's number of the change: this node must know it before it reckons.</summary>
        public long After { get; set; }
    }

    public override Access Access => Access.Program;

    protected override async Task<Outcome<int>> HandleAsync(Input input, CancellationToken cancellation)
    {
        await calendars.ReachAsync(input.After, cancellation);
        var open = await desk.Whole().Where(d => d.DistrictId == Actor.WriteDistrict).Open().ToListAsync(cancellation);
        var clocks = await desk.Clocks.OfManyAsync([.. open.Select(d => d.Id)], cancellation);
        var changed = 0;
        foreach (var difficulty in open)
        {
            var before = difficulty.NextLimitAt;
            difficulty.Cache(DifficultyClocks.NextOf(clocks[difficulty.Id]), DifficultyClocks.ByTask(clocks[difficulty.Id]));
            if (difficulty.NextLimitAt != before) changed++;
        }

        if (open.Count > 0) Record(new DifficultyLimitsRecounted(changed));
        return Outcome<int>.Done(changed);
    }
}

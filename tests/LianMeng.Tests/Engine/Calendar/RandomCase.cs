using LianMeng.Engine.Calendar;

namespace LianMeng.Tests.Engine.Calendar;

/// <summary>A case in which anything may follow anything: the replay must bear what no page allows.</summary>
internal static class RandomCase
{
    public static readonly Guid[] Tasks = [.. Enumerable.Range(1, 4).Select(i => CaseHistory.Id($"task {i}"))];
    private static readonly Guid[] Firms = [.. Enumerable.Range(1, 3).Select(i => CaseHistory.Id($"firm {i}"))];
    private static readonly CaseStep[] Steps = Enum.GetValues<CaseStep>();

    public static List<CaseEvent> Of(int seed, bool withPauses = true)
    {
        var dice = new Random(seed);
        var at = TestCalendar.At("2026-01-05T09:00").AddMinutes(dice.Next(300 * 1440));
        var start = at;
        var events = new List<CaseEvent>
        {
            new(10, at, CaseStep.Raised) { Beneficiary = Firms[0] },
            new(20, at.AddMinutes(5), CaseStep.Assigned) { Task = Tasks[0], Unit = Tasks[0], Lead = true, Track = (CaseTrack)dice.Next(3) },
        };
        for (var i = 3; i < 16; i++)
        {
            at = at.AddMinutes(dice.Next(-60, 2 * 1440)); // the clock on the wall goes back at times
            var step = Steps[dice.Next(Steps.Length)];
            if (!withPauses && step is CaseStep.Paused or CaseStep.Resumed or CaseStep.Merged or CaseStep.Unmerged) continue;
            var task = Tasks[dice.Next(Tasks.Length)];
            events.Add(new(i * 10, at, step)
            {
                Task = dice.Next(4) == 0 ? null : task,
                Unit = task,
                Lead = task == Tasks[0] || task == Tasks[1],
                After = dice.Next(3) == 0 ? [Tasks[dice.Next(Tasks.Length)]] : [],
                Beneficiary = Firms[dice.Next(Firms.Length)],
                Pause = (PauseReason)dice.Next(3),
                NewLimit = WorkCalendar.DayOf(start).AddDays(dice.Next(40)),
                Upheld = dice.Next(2) == 0,
                Satisfied = dice.Next(2) == 0,
                Milestones = [new(Firms[dice.Next(Firms.Length)], WorkCalendar.DayOf(start).AddDays(dice.Next(60)))],
                Milestone = step is CaseStep.MilestoneMet or CaseStep.Extended && dice.Next(2) == 0 ? Firms[dice.Next(Firms.Length)] : null,
            });
        }

        return events;
    }
}

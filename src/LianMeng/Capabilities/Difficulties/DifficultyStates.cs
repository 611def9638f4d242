using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>What states mean to several questions, and how they are said and coloured.</summary>
internal static class DifficultyStates
{
    public static bool IsOpen(this DifficultyState state) => state is DifficultyState.Raised or DifficultyState.Accepted or DifficultyState.Assigned or DifficultyState.InProgress or DifficultyState.Answered or DifficultyState.FollowUp;

    public static IQueryable<Difficulty> Open(this IQueryable<Difficulty> difficulties)
        => difficulties.Where(d => d.State == DifficultyState.Raised || d.State == DifficultyState.Accepted || d.State == DifficultyState.Assigned || d.State == DifficultyState.InProgress || d.State == DifficultyState.Answered || d.State == DifficultyState.FollowUp);

    /// <summary>Tasks that a unit still has to see to: not those of a difficulty that ended without them.</summary>
    public static IQueryable<DifficultyTask> Active(this IQueryable<DifficultyTask> tasks, IQueryable<Difficulty> difficulties)
    {
        var open = difficulties.Open();
        return tasks.Where(t => (t.State == DifficultyTaskState.Assigned || t.State == DifficultyTaskState.Disputed || t.State == DifficultyTaskState.InProgress || t.State == DifficultyTaskState.Signing) && open.Any(d => d.Id == t.DifficultyId));
    }

    public static string Words(this DifficultyState state) => ListExport.Words(state);

    public static string Words(this DifficultyTaskState state) => ListExport.Words(state);

    public static Tone ToneOf(DifficultyState state) => state switch
    {
        DifficultyState.Closed => Tone.Good,
        DifficultyState.Raised or DifficultyState.Accepted or DifficultyState.FollowUp => Tone.Warning,
        DifficultyState.NotAccepted or DifficultyState.Withdrawn or DifficultyState.Merged or DifficultyState.HandedOver => Tone.Neutral,
        _ => Tone.Info,
    };

    public static Tone ToneOf(DifficultyTaskState state) => state switch
    {
        DifficultyTaskState.Answered => Tone.Good,
        DifficultyTaskState.Disputed => Tone.Bad,
        DifficultyTaskState.Assigned or DifficultyTaskState.Signing => Tone.Warning,
        DifficultyTaskState.Dropped => Tone.Neutral,
        _ => Tone.Info,
    };
}

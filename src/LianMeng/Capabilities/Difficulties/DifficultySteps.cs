namespace LianMeng.Capabilities.Difficulties;

/// <summary>Steps that more than one use case takes.</summary>
internal static class DifficultySteps
{
    public static DifficultyMoved Answered(Difficulty difficulty, DifficultyTask task, DifficultyClocks clocks)
        => new(difficulty.Id, DifficultyStep.Answered) { TaskId = task.Id, UnitId = task.UnitId, Lead = task.IsLead, Days = task.IsLead ? clocks.Limits.Verification : null };

    /// <summary>A firm has said what it thinks, and what followed from it.</summary>
    public static IEnumerable<DifficultyMoved> Rated(Difficulty difficulty, Guid firm, DifficultyRating rating, DifficultyClocks clocks)
    {
        yield return new(difficulty.Id, DifficultyStep.Rated) { BeneficiaryId = firm, Satisfied = rating == DifficultyRating.Satisfied };
        if (difficulty.State == DifficultyState.InProgress) yield return Reopened(difficulty, clocks);
        if (difficulty.State == DifficultyState.Closed) yield return new(difficulty.Id, DifficultyStep.Closed);
    }

    public static DifficultyMoved Reopened(Difficulty difficulty, DifficultyClocks clocks)
        => new(difficulty.Id, DifficultyStep.Reopened) { TaskId = difficulty.Lead!.Id, UnitId = difficulty.Lead.UnitId, Lead = true, Days = clocks.DaysOf(difficulty, difficulty.Lead) };
}

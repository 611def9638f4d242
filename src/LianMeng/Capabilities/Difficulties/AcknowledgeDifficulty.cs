using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>签收: the unit's liaison takes the task, and hands it to a section.</summary>
public sealed class AcknowledgeDifficulty(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<AcknowledgeDifficulty.Input>(context, desk)
{
    public sealed class Input : DifficultyTaskInput
    {
        [Display(Name = "转办科室"), StringLength(DifficultyTask.SectionLimit)]
        public string? Section { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Handle);

    protected override Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        var (task, refusal) = TaskOf(difficulty, input.TaskId);
        if (task is null) return Task.FromResult<Outcome<Guid>?>(refusal!);
        var section = string.IsNullOrWhiteSpace(input.Section) ? null : input.Section.Trim();
        if (difficulty.Acknowledge(task, Actor.UserId, section, Now) is { } problem) return Task.FromResult<Outcome<Guid>?>(Outcome<Guid>.Refused(problem));
        Move(new(difficulty.Id, DifficultyStep.Acknowledged) { TaskId = task.Id, UnitId = task.UnitId });
        return Task.FromResult<Outcome<Guid>?>(null);
    }
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>转办 inside the unit: another section sees to it. The unit's clock goes on.</summary>
public sealed class HandTaskOn(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<HandTaskOn.Input>(context, desk)
{
    public sealed class Input : DifficultyTaskInput
    {
        [Display(Name = "转办科室"), Required, StringLength(DifficultyTask.SectionLimit, MinimumLength = 2)]
        public string? Section { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Handle);

    protected override Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        var (task, refusal) = TaskOf(difficulty, input.TaskId);
        if (task is null) return Task.FromResult<Outcome<Guid>?>(refusal!);
        if (task.State != DifficultyTaskState.InProgress) return Task.FromResult<Outcome<Guid>?>(Outcome<Guid>.Refused("签收以后才能转办。"));
        task.HandTo(input.Section!.Trim());
        Record(new DifficultyTaskHanded(difficulty.Id, task.Id, task.UnitId, ToSign: false));
        return Task.FromResult<Outcome<Guid>?>(null);
    }
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>完成节点, with what shows it.</summary>
public sealed class MeetMilestone(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<MeetMilestone.Input>(context, desk)
{
    public sealed class Input : DifficultyInput
    {
        [Display(Name = "节点"), Required]
        public Guid? MilestoneId { get; set; }

        [Display(Name = "完成情况"), Required, StringLength(DifficultyMilestone.EvidenceLimit, MinimumLength = 2)]
        public string? Evidence { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Handle);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        if (difficulty.Milestones.FirstOrDefault(m => m.Id == input.MilestoneId) is not { } milestone) return Outcome<Guid>.Invalid("milestoneId", "没有这个节点，请刷新页面后重新选择。");
        if (difficulty.Lead is not { } lead || !Actor.Handles(lead)) return Outcome<Guid>.Refused("节点由牵头单位的联络员办理。");
        if (Refused(difficulty.Meet(milestone, input.Evidence!.Trim(), Now)) is { } refused) return refused;
        Move(new(difficulty.Id, DifficultyStep.MilestoneMet) { TaskId = lead.Id, UnitId = lead.UnitId, MilestoneId = milestone.Id });
        await Desk.News.TellFirmsAsync(difficulty, "难题完成一个节点", milestone.Title, cancellation);
        return null;
    }
}

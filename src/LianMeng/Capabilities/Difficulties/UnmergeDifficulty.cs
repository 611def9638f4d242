using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>撤销合并: it goes on where it was; the time between counts for the firm and not for the units.</summary>
public sealed class UnmergeDifficulty(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<UnmergeDifficulty.Input>(context, desk)
{
    public sealed class Input : DifficultyInput;

    public override Access Access => Access.Needs(DifficultiesCapability.Guide);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        if (Guided(difficulty) is { } none) return none;
        var other = difficulty.MergedIntoId is { } id ? await Desk.Whole().FirstOrDefaultAsync(d => d.Id == id, cancellation) : null;
        if (other is null) return Outcome<Guid>.Refused("这个难题没有合并，不用撤销。");
        var (left, problem) = difficulty.Unmerge(other, Now);
        if (problem is not null) return Outcome<Guid>.Refused(problem);
        Move(new(difficulty.Id, DifficultyStep.Unmerged) { OtherId = other.Id });
        await AlsoAsync(other, [.. left.Select(firm => new DifficultyMoved(other.Id, DifficultyStep.Left) { BeneficiaryId = firm })], cancellation);
        await Desk.News.TellUnitsAsync(difficulty, "难题恢复单独办理", "请继续办理。", cancellation);
        return null;
    }
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>合并 with the same problem: its firms join the other one; may be undone.</summary>
public sealed class MergeDifficulty(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<MergeDifficulty.Input>(context, desk)
{
    public sealed class Input : DifficultyInput
    {
        /// <summary>铜梁-2026-0036.</summary>
        [Display(Name = "并入哪个难题(编号)"), Required, StringLength(Difficulty.NumberLimit)]
        public string? Into { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Guide);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        if (Guided(difficulty) is { } none) return none;
        var number = input.Into!.Trim();
        var other = await Desk.Whole().SeenBy(Actor).FirstOrDefaultAsync(d => d.Number == number && d.DistrictId == difficulty.DistrictId, cancellation);
        if (other is null) return Outcome<Guid>.Invalid("into", "没有这个编号的难题；请照难题页上的编号填写，例如 铜梁-2026-0036。");
        if (!Actor.MayOn(other, DifficultiesCapability.Guide)) return Outcome<Guid>.Refused("要并入的难题由另一个联盟的书记办理，请联系他合并。");
        var (joined, problem) = difficulty.MergeInto(other, Now);
        if (problem is not null) return Outcome<Guid>.Refused(problem);
        Move(new(difficulty.Id, DifficultyStep.Merged) { OtherId = other.Id });
        await AlsoAsync(other, [.. joined.Select(firm => new DifficultyMoved(other.Id, DifficultyStep.Joined) { BeneficiaryId = firm })], cancellation);
        await Desk.News.TellFirmsAsync(difficulty, "难题并入同一个难题", $"以后的进展看 {other.Number}；办结时仍由贵单位自己评价。", cancellation);
        await Desk.News.TellUnitsAsync(difficulty, "难题已并入另一个难题", $"这里不用再答复；请看 {other.Number}。", cancellation);
        return null;
    }
}

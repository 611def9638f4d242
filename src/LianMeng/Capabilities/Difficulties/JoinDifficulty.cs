using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>The secretary invites another firm that it concerns; it reads along and is asked in the end what it thinks.</summary>
public sealed class JoinDifficulty(UseCaseContext context, DifficultyDesk desk, FirmDirectory directory) : DifficultyCommand<JoinDifficulty.Input>(context, desk)
{
    public sealed class Input : DifficultyInput
    {
        [Display(Name = "受益企业"), Required, StringLength(120)]
        public string? Firm { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Guide);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        if (Guided(difficulty) is { } none) return none;
        if (difficulty.State is DifficultyState.Answered or DifficultyState.FollowUp || !difficulty.IsOpen) return Outcome<Guid>.Refused($"这个难题{difficulty.State.Words()}，不能再增加受益企业。");
        var (firm, problem) = await directory.MeantAsync(difficulty.DistrictId, input.Firm, "请填写企业。", cancellation);
        if (firm is null) return Outcome<Guid>.Invalid("firm", problem!);
        if (difficulty.Beneficiaries.Count >= Difficulty.MostFirms) return Outcome<Guid>.Refused($"一个难题最多涉及 {Difficulty.MostFirms} 家企业。");
        if (!difficulty.Join(firm.Id)) return Outcome<Guid>.Invalid("firm", "这家企业已经在受益企业里。");
        Move(new(difficulty.Id, DifficultyStep.Joined) { BeneficiaryId = firm.Id });
        await Desk.News.TellFirmsAsync(difficulty, "请贵单位一起跟进一个难题", "办结时由贵单位自己评价。", cancellation);
        return null;
    }
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>回访 by somebody outside the handling units, by telephone too: what was said is marked 代录; where nobody was reached it stays 未评价.</summary>
public sealed class FollowUpDifficulty(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<FollowUpDifficulty.Input>(context, desk)
{
    public sealed class Input : DifficultyInput
    {
        [Display(Name = "企业"), Required]
        public Guid? OrganisationId { get; set; }

        /// <summary>Nothing: not reached, or it would not say.</summary>
        [Display(Name = "评价")]
        public DifficultyRating? Rating { get; set; }

        [Display(Name = "对方说了什么"), Required, StringLength(DifficultyBeneficiary.TextLimit, MinimumLength = 2)]
        public string? Text { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.FollowUp);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        if (!Actor.MayOn(difficulty, DifficultiesCapability.FollowUp)) return Outcome<Guid>.Refused("由这个难题所属联盟的书记、指导员、服务专员或区县专员回访。");
        if (difficulty.Tasks.Any(t => Actor.Posts.Any(p => p.OrganisationId == t.UnitId))) return Outcome<Guid>.Refused("您在承办单位任职，不能回访自己单位办的难题。");
        if (difficulty.Beneficiaries.FirstOrDefault(b => b.OrganisationId == input.OrganisationId) is not { } firm) return Outcome<Guid>.Invalid("organisationId", "请从受益企业里选择。");
        if (input.Rating is not { } rating)
        {
            if (Refused(difficulty.NotReached(firm, Now)) is { } refused) return refused;
            Db.Add(DifficultyNote.Write(difficulty, $"回访未评价：{input.Text!.Trim()}", isInternal: true, Actor.UserId, null, Now));
            Move(new(difficulty.Id, DifficultyStep.FollowedUp) { BeneficiaryId = firm.OrganisationId });
            if (!difficulty.MayClose) return null;
            difficulty.Close(Now);
            Move(new(difficulty.Id, DifficultyStep.Closed));
            return null;
        }

        if (Refused(difficulty.Rate(firm, rating, input.Text!.Trim(), Actor.UserId, byPhone: true, Now)) is { } no) return no;
        Move(new(difficulty.Id, DifficultyStep.FollowedUp) { BeneficiaryId = firm.OrganisationId });
        if (difficulty.MayClose) difficulty.Close(Now);
        foreach (var step in DifficultySteps.Rated(difficulty, firm.OrganisationId, rating, Desk.Clocks)) Move(step);
        await Desk.News.TellRatedAsync(difficulty, rating, cancellation);
        return null;
    }
}

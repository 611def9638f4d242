using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>企业验证: each firm concerned says for itself, by its own account, whether it is solved. One that is not satisfied opens it again; nobody can say it in its place.</summary>
public sealed class VerifyDifficulty(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<VerifyDifficulty.Input>(context, desk)
{
    public sealed class Input : DifficultyInput
    {
        [Display(Name = "评价"), Required]
        public DifficultyRating? Rating { get; set; }

        [Display(Name = "说明"), StringLength(DifficultyBeneficiary.TextLimit)]
        public string? Text { get; set; }

        /// <summary>Which firm, for somebody who has posts at several.</summary>
        [Display(Name = "企业")]
        public Guid? OrganisationId { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Speak);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        var own = Actor.Speaking(difficulty);
        var firm = input.OrganisationId is { } id ? own.FirstOrDefault(b => b.OrganisationId == id) : own.Count == 1 ? own[0] : null;
        if (firm is null) return own.Count == 0 ? Outcome<Guid>.Refused("只有受益企业自己的账号能评价；专员、书记和承办单位不能代评，可以电话回访后代录。") : Outcome<Guid>.Invalid("organisationId", "您在几家受益企业任职，请选择为哪一家评价。");
        if (input.Rating == DifficultyRating.Dissatisfied && string.IsNullOrWhiteSpace(input.Text)) return Outcome<Guid>.Invalid("text", "不满意时请写明还有什么没解决，承办单位才好接着办。");
        var rating = input.Rating!.Value;
        if (Refused(difficulty.Rate(firm, rating, string.IsNullOrWhiteSpace(input.Text) ? null : input.Text.Trim(), Actor.UserId, byPhone: false, Now)) is { } refused) return refused;
        foreach (var step in Steps(difficulty, firm.OrganisationId, rating)) Move(step);
        await Desk.News.TellRatedAsync(difficulty, rating, cancellation);
        return null;
    }

    private IEnumerable<DifficultyMoved> Steps(Difficulty difficulty, Guid firm, DifficultyRating rating)
    {
        if (difficulty.MayClose) difficulty.Close(Now);
        return DifficultySteps.Rated(difficulty, firm, rating, Desk.Clocks);
    }
}

using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Gives somebody a further post; what it allows is allowed with the next request.</summary>
public sealed class GiveMandate(UseCaseContext context, PostChoice posts) : Command<GiveMandate.Input, GiveMandate.Given>(context)
{
    public sealed class Input
    {
        /// <summary>The account.</summary>
        public Guid Id { get; set; }

        [Display(Name = "职务"), Required]
        public Role? Role { get; set; }

        [Display(Name = "所属区县")]
        public Guid? DistrictId { get; set; }

        [Display(Name = "所属企业（统一社会信用代码）"), StringLength(18)]
        public string? Uscc { get; set; }
    }

    public sealed record Given(Guid Id);

    public override Access Access => Access.Needs(AccountsCapability.Manage);

    protected override string? LockName(Input input) => $"mandates:{input.Id}";

    protected override async Task<Outcome<Given>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var user = await Db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == input.Id, cancellation);
        if (user is null) return Outcome<Given>.NotFound();
        if (user.Disabled) return Outcome<Given>.Refused("这个账号已停用；请先恢复账号，再授予职务。");
        var (post, field, wrong) = await posts.ChooseAsync(input.Role!.Value, input.DistrictId, input.Uscc, cancellation);
        if (post is null) return Outcome<Given>.Invalid(field, wrong);
        if (await posts.IsHeldAsync(post, user.Id, Now, cancellation)) return Outcome<Given>.Refused("此人已担任这个职务。");

        var mandate = Mandate.Give(user.Id, post, Now, Actor.UserId);
        Db.Add(mandate);
        Record(new MandateGiven(user.Id, mandate.Id, mandate.Role, mandate.DistrictId, mandate.OrganisationId));
        return Outcome<Given>.Done(new(mandate.Id));
    }
}

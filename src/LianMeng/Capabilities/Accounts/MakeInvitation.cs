using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Invites somebody to a post: they choose user name and password themselves, so that nobody ever tells a password.</summary>
public sealed class MakeInvitation(UseCaseContext context, PostChoice posts, Invitations invitations)
    : Command<MakeInvitation.Input, MadeInvitation>(context)
{
    public sealed class Input
    {
        [Display(Name = "姓名"), Required, StringLength(40)]
        public string? DisplayName { get; set; }

        [Display(Name = "职务"), Required]
        public Role? Role { get; set; }

        [Display(Name = "所属区县")]
        public Guid? DistrictId { get; set; }

        [Display(Name = "所属企业（统一社会信用代码）"), StringLength(18)]
        public string? Uscc { get; set; }
    }

    public override Access Access => Access.Needs(AccountsCapability.Manage);

    protected override bool KeepsReceipt => false;

    // No receipt recognises a double submit: the second one finds the first one's invitation.
    protected override string? LockName(Input input) => "invitations";

    protected override async Task<Outcome<MadeInvitation>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.UserId is not { } inviter) return Outcome<MadeInvitation>.Refused("邀请要由登录的系统管理员发出。");
        var (post, field, wrong) = await posts.ChooseAsync(input.Role!.Value, input.DistrictId, input.Uscc, cancellation);
        if (post is null) return Outcome<MadeInvitation>.Invalid(field, wrong);

        var (name, now) = (input.DisplayName!.Trim(), Now);
        if (await Db.Set<Invitation>().AnyAsync(i => i.DisplayName == name && i.Role == post.Role && i.DistrictId == post.DistrictId && i.OrganisationId == post.OrganisationId
            && i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now, cancellation))
            return Outcome<MadeInvitation>.Refused($"已邀请“{name}”担任这个职务，还没有接受。邀请码找不到了，可在“邀请”里点“重新生成”；同名的另一个人，请在姓名后加以区别。");

        return Outcome<MadeInvitation>.Done(await invitations.AddAsync(name, post, inviter, cancellation));
    }
}

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

    public override Access Access => Access.Needs(AccountsCapability.Invite);

    protected override bool KeepsReceipt => false;

    // No receipt recognises a double submit: the second one finds the first one's invitation.
    protected override string? LockName(Input input) => "invitations";

    protected override async Task<Outcome<MadeInvitation>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.UserId is not { } inviter) return Outcome<MadeInvitation>.Refused("邀请要由登录的人发出。");
        var role = input.Role!.Value;
        if (!Actor.Givable().Contains(role)) return Outcome<MadeInvitation>.Invalid("role", $"您不能邀请“{role.Title()}”；可以邀请的职务：{string.Join("、", Actor.Givable().Select(r => r.Title()))}。");
        // A manager invites to the own firm, an officer to the own district: nobody types what the platform knows.
        var (post, field, wrong) = Actor.May(AccountsCapability.Manage) || Actor.IsOfficer()
            ? await posts.ChooseAsync(role, Actor.May(AccountsCapability.Manage) ? input.DistrictId : Actor.WriteDistrict, input.Uscc, cancellation)
            : (new Post(role, Actor.WriteDistrict, AllianceId: null, Actor.OrganisationId), "", "");
        if (post is null) return Outcome<MadeInvitation>.Invalid(field, wrong);
        if (!Actor.MayGive(post)) return Outcome<MadeInvitation>.Refused("您只能邀请本单位的同事，或本区县单位的人员。");

        var (name, now) = (input.DisplayName!.Trim(), Now);
        if (await Db.Set<Invitation>().AnyAsync(i => i.DisplayName == name && i.Role == post.Role && i.DistrictId == post.DistrictId && i.OrganisationId == post.OrganisationId
            && i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now, cancellation))
            return Outcome<MadeInvitation>.Refused($"已邀请“{name}”担任这个职务，还没有接受。邀请码找不到了，可在“邀请”里点“重新生成”；同名的另一个人，请在姓名后加以区别。");

        return Outcome<MadeInvitation>.Done(await invitations.AddAsync(name, post, inviter, cancellation));
    }
}

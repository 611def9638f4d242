using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Invites the proposed member to the next term, or skips it with a reason. Nobody else can be decided about: the order is the order.</summary>
public sealed class DecideRotation(UseCaseContext context, ChairRotation rotation, PeopleOf people, NoticeWriter notices) : AllianceCommand<DecideRotation.Input, Guid>(context)
{
    /// <summary>Days that terms are given ahead.</summary>
    public const int Ahead = 400;

    public sealed class Input
    {
        /// <summary>The alliance.</summary>
        public Guid Id { get; set; }

        /// <summary>The proposed membership, as it was seen.</summary>
        [Display(Name = "推荐的成员"), Required]
        public Guid? MembershipId { get; set; }

        [Display(Name = "决定"), Required]
        public ChairDecision? Decision { get; set; }

        [Display(Name = "原因"), StringLength(Membership.ReasonLimit)]
        public string? Reason { get; set; }
    }

    protected override Permission Permission => AlliancesCapability.Act;

    protected override string? LockName(Input input) => $"rotation:{input.Id}";

    protected override Outcome<Guid> OnDuplicate() => Outcome<Guid>.Conflict("这一任刚刚有人办理了，请刷新后查看。");

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (alliance, refusal) = await OpenAsync(input.Id, cancellation);
        if (alliance is null) return refusal!;
        if (alliance.State != AllianceState.Running) return Outcome<Guid>.Refused($"“{alliance.Name}”还在筹建，转入运行后再定轮值单位。");
        var proposal = await rotation.ProposeAsync(alliance.Id, cancellation);
        if (proposal.Invited is not null) return Outcome<Guid>.Refused("已有一份邀请等待答复；答复、代录或撤回以后再定下一步。");
        if (proposal.Next is not { } next) return Outcome<Guid>.Refused("没有符合轮值条件的成员：" + proposal.Why);
        if (next.MembershipId != input.MembershipId) return Outcome<Guid>.Conflict($"推荐刚刚有了变化，现在是“{next.Name}”；请刷新后再定。");
        if (proposal.From > Today.AddDays(Ahead)) return Outcome<Guid>.Refused("已排到一年以后，不再往后排。");
        var membership = await Db.Set<Membership>().SingleAsync(m => m.Id == next.MembershipId, cancellation);
        if (input.Decision == ChairDecision.Skip)
        {
            if (string.IsNullOrWhiteSpace(input.Reason)) return Outcome<Guid>.Invalid("reason", "跳过须写明原因，记入轮值记录。");
            return Add(ChairTerm.Skip(membership, proposal.From, proposal.To, input.Reason, Now));
        }

        var term = ChairTerm.Invite(membership, next.PartyOrganisationId!.Value, proposal.From, proposal.To, Now);
        foreach (var person in (await people.OfOrganisationsAsync([membership.OrganisationId], cancellation)).Where(p => p.DistrictId == alliance.DistrictId && AlliancesCapability.Execute.Roles.Contains(p.Role)))
            await notices.TellAsync(new(person.UserId, NoticeKind.General, $"邀请本企业党组织任轮值单位：{alliance.Name}", $"{ChinaTime.Date(term.From)}至{ChinaTime.Date(term.To)}；请接受或谢绝。", $"/alliances/{alliance.Id}/rotation", term.Id, $"chair:{term.Id}"), cancellation);
        return Add(term);
    }

    private Outcome<Guid> Add(ChairTerm term)
    {
        Db.Add(term);
        Record(new ChairTermMoved(term.Id, term.AllianceId, term.OrganisationId, null, term.State, term.Reason));
        return Outcome<Guid>.Done(term.Id);
    }
}

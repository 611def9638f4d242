using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>年度复核: decides for many members at once. All of them or none: a chair that would leave is named, and nothing is saved.</summary>
public sealed class DecideReviews(UseCaseContext context, FirmDirectory firms, ChairEnding chair) : AllianceCommand<DecideReviews.Input, int>(context)
{
    public const int Most = 500;

    public sealed class Input
    {
        /// <summary>The alliance.</summary>
        public Guid Id { get; set; }

        /// <summary>The memberships.</summary>
        [Display(Name = "成员"), MaxLength(Most)]
        public List<string>? Members { get; set; }

        [Display(Name = "复核结论"), Required]
        public ReviewDecision? Decision { get; set; }

        [Display(Name = "理由和依据"), Required, StringLength(Membership.ReasonLimit)]
        public string? Reason { get; set; }
    }

    protected override Permission Permission => AlliancesCapability.Act;

    protected override async Task<Outcome<int>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (alliance, refusal) = await OpenAsync(input.Id, cancellation);
        if (alliance is null) return refusal!;
        var ids = (input.Members ?? []).Select(m => Guid.TryParse(m, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().ToList();
        if (ids.Count == 0) return Outcome<int>.Invalid("members", "请先勾选要复核的成员。");
        var members = await Db.Set<Membership>().Where(m => m.AllianceId == alliance.Id && ids.Contains(m.Id)).ToListAsync(cancellation);
        if (members.Count < ids.Count || members.Exists(m => !m.IsPresent)) return Outcome<int>.Conflict("有成员刚刚有了变化，请刷新后重新勾选；没有保存任何内容。");

        var organisations = members.ConvertAll(m => m.OrganisationId);
        var names = await firms.Firms().Where(f => organisations.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        foreach (var member in members)
        {
            if (input.Decision == ReviewDecision.Leave && await chair.BeforeLeavingAsync(member, names.GetValueOrDefault(member.OrganisationId, "该单位"), endChair: false, cancellation) is { } held)
                return Outcome<int>.Refused(held);
            Decide(member, input.Decision!.Value, input.Reason!);
        }

        return Outcome<int>.Done(members.Count);
    }

    private void Decide(Membership member, ReviewDecision decision, string reason)
    {
        var from = member.State;
        var to = decision switch { ReviewDecision.Keep => MembershipState.Active, ReviewDecision.Watch => MembershipState.UnderReview, _ => MembershipState.Left };
        if (from != to) member.Move(to, reason, null, Today);
        // Who is watched was not decided about: it stays due.
        if (decision != ReviewDecision.Watch) member.Reviewed(Today);
        Db.Add(MembershipReview.Of(member, decision, reason, Today));
        Record(new MembershipReviewed(member.Id, member.AllianceId, member.OrganisationId, decision, reason));
        if (from != member.State) Record(new MembershipMoved(member.Id, member.AllianceId, member.OrganisationId, from, member.State, reason));
    }
}

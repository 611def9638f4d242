using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.PartyOrganisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>One organisation in one alliance: its state and why, what was done for it, its history.</summary>
public sealed class ShowMembership(UseCaseContext context, FirmDirectory firms, PartyDirectory party, PersonNames people, MandateBook mandates, LedgerTimeline timeline)
    : Show<ShowMembership.Input, ShowMembership.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public sealed record View
    {
        public required Guid Id { get; init; }
        public Guid? Version { get; init; }
        public required Guid AllianceId { get; init; }
        public required string Alliance { get; init; }
        public required Guid OrganisationId { get; init; }
        public required string Organisation { get; init; }
        public required MembershipState State { get; init; }
        public required string Reason { get; init; }
        public string? Evidence { get; init; }
        public required DateOnly AppliedOn { get; init; }
        public DateOnly? JoinedOn { get; init; }
        public DateOnly? LeftOn { get; init; }
        public DateOnly? ReviewedOn { get; init; }

        /// <summary>The document that names it.</summary>
        public string? Approval { get; init; }
        public bool? IsFitForChair { get; init; }
        public string? Judgement { get; init; }
        public DateOnly? JudgedOn { get; init; }
        public Guid? InstructorId { get; init; }
        public string? Instructor { get; init; }
        public string? PartyOrganisation { get; init; }
        public required IReadOnlyList<MembershipState> Next { get; init; }
        public required bool MayAct { get; init; }
        public required bool MayServe { get; init; }

        /// <summary>Those who may be named instructor.</summary>
        public IReadOnlyList<Person> People { get; init; } = [];
        public required IReadOnlyList<Service> Services { get; init; }
        public required IReadOnlyList<Review> Reviews { get; init; }
        public IReadOnlyList<LedgerTimeline.Line> Timeline { get; init; } = [];
    }

    public sealed record Person(Guid UserId, string Name);

    public sealed record Service(Guid Id, ServiceKind Kind, DateOnly On, string Text);

    public sealed record Review(DateOnly On, ReviewDecision Decision, string Reason);

    public override Access Access => Access.Needs(AlliancesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var membership = await Db.Set<Membership>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == input.Id, cancellation);
        if (membership is null) return null;
        // Its reasons and reviews are for those inside, and for the member itself.
        if (!Actor.MayIn(membership.AllianceId, AlliancesCapability.Oversee) && (Actor.OrganisationId is not { } own || own != membership.OrganisationId)) return null;
        var alliance = await Db.Set<Alliance>().AsNoTracking().SingleAsync(a => a.Id == membership.AllianceId, cancellation);
        var mine = alliance.DistrictId == Actor.WriteDistrict && alliance.State != AllianceState.Dissolved;
        var mayAct = mine && Actor.MayIn(alliance.Id, AlliancesCapability.Act);
        return new View
        {
            Id = membership.Id,
            Version = mayAct ? membership.Version : null,
            AllianceId = alliance.Id,
            Alliance = alliance.Name,
            OrganisationId = membership.OrganisationId,
            Organisation = (await firms.FindAsync(membership.OrganisationId, cancellation))?.Name ?? "（已移出名册）",
            State = membership.State,
            Reason = membership.Reason,
            Evidence = membership.Evidence,
            AppliedOn = membership.AppliedOn,
            JoinedOn = membership.JoinedOn,
            LeftOn = membership.LeftOn,
            ReviewedOn = membership.ReviewedOn,
            Approval = membership.ApprovalId is { } approval ? await Db.Set<FoundingApproval>().Where(a => a.Id == approval).Select(a => a.DocumentNumber).FirstOrDefaultAsync(cancellation) : null,
            IsFitForChair = membership.IsFitForChair,
            Judgement = membership.Judgement,
            JudgedOn = membership.JudgedOn,
            InstructorId = membership.InstructorId,
            Instructor = membership.InstructorId is { } instructor ? (await people.KnownAsync([instructor], cancellation)).GetValueOrDefault(instructor) : null,
            PartyOrganisation = (await party.OfAsync([membership.OrganisationId], cancellation)).GetValueOrDefault(membership.OrganisationId)?.Name,
            Next = mayAct ? membership.Next : [],
            MayAct = mayAct,
            MayServe = mine && Actor.MayIn(alliance.Id, AlliancesCapability.Serve) && membership.IsPresent,
            People = mayAct ? [.. (await mandates.HeldNow(alliance.Id).Select(m => new Person(m.UserId, m.Name)).ToListAsync(cancellation)).Distinct()] : [],
            Services = await Db.Set<ServiceRecord>().AsNoTracking().Where(s => s.AllianceId == alliance.Id && s.OrganisationId == membership.OrganisationId).OrderByDescending(s => s.On).ThenByDescending(s => s.Id).Take(50)
                .Select(s => new Service(s.Id, s.Kind, s.On, s.Text)).ToListAsync(cancellation),
            Reviews = await Db.Set<MembershipReview>().AsNoTracking().Where(r => r.MembershipId == membership.Id).OrderByDescending(r => r.Id).Take(20).Select(r => new Review(r.On, r.Decision, r.Reason)).ToListAsync(cancellation),
            Timeline = await timeline.OfAsync(membership.Id, cancellation),
        };
    }
}

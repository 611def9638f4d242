using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>The next chair with the reasoning, why each other is not, and the calendar of terms. A firm sees the calendar and its own invitation.</summary>
public sealed class ShowRotation(UseCaseContext context, ChairRotation rotation, FirmDirectory firms) : Show<ShowRotation.Input, ShowRotation.View>(context)
{
    public sealed class Input
    {
        /// <summary>The alliance.</summary>
        public Guid Id { get; set; }
    }

    public sealed record View
    {
        public required Guid Id { get; init; }
        public required string Name { get; init; }
        public required bool MayAct { get; init; }

        /// <summary>Null for those who are not inside.</summary>
        public ChairRotation.Proposal? Proposal { get; init; }

        /// <summary>Latest first: those that run, are to come or were; what was declined or skipped only for those inside.</summary>
        public required IReadOnlyList<Term> Terms { get; init; }
    }

    /// <param name="MayAnswer">the actor speaks for the firm that is invited</param>
    /// <param name="HasSheet">there is a hand-over sheet that the actor may read</param>
    public sealed record Term(Guid Id, Guid Version, Guid OrganisationId, string Name, DateOnly From, DateOnly To, ChairState State, string? Reason, bool OnBehalf, bool RunsNow, bool IsOver, bool MayAnswer, bool HasSheet);

    public override Access Access => Access.Needs(AlliancesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var alliance = await Db.Set<Alliance>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == input.Id, cancellation);
        if (alliance is null) return null;
        var inside = Actor.MayIn(alliance.Id, AlliancesCapability.Oversee);
        var (own, today) = (Actor.May(AlliancesCapability.Execute) ? Actor.OrganisationId : null, Shared.Ui.ChinaTime.Today(Now));
        var terms = await Db.Set<ChairTerm>().AsNoTracking().Where(t => t.AllianceId == alliance.Id).OrderByDescending(t => t.From).ThenByDescending(t => t.Id).ToListAsync(cancellation);
        var ids = terms.Select(t => t.OrganisationId).Distinct().ToList();
        var names = await firms.Firms().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        return new View
        {
            Id = alliance.Id,
            Name = alliance.Name,
            MayAct = alliance.DistrictId == Actor.WriteDistrict && alliance.State != Public.AllianceState.Dissolved && Actor.MayIn(alliance.Id, AlliancesCapability.Act),
            Proposal = inside ? await rotation.ProposeAsync(alliance.Id, cancellation) : null,
            Terms = [.. terms.Where(t => inside || t.OrganisationId == own || t.IsServed).Select(t => new Term(t.Id, t.Version, t.OrganisationId, names.GetValueOrDefault(t.OrganisationId, "（已移出名册）"), t.From, t.To, t.State,
                inside || t.OrganisationId == own ? t.Reason : null, t.OnBehalf, t.RunsOn(today), t.To < today, t.State == ChairState.Invited && own is not null && t.OrganisationId == own,
                Actor.SeesSheet(t, terms.NextAfter(t))))],
        };
    }
}

using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.PartyOrganisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.PartyOrganisations;

/// <summary>One Party organisation, with what the rules would have looked at.</summary>
public sealed class ShowPartyOrganisation(UseCaseContext context, FirmDirectory firms, LedgerTimeline timeline) : Show<ShowPartyOrganisation.Input, ShowPartyOrganisation.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public sealed record View
    {
        public required Guid Id { get; init; }
        public Guid? Version { get; init; }
        public required string Name { get; init; }
        public required PartyOrganisationType Type { get; init; }
        public required bool IsFunctional { get; init; }
        public Guid? SuperiorId { get; init; }
        public string? Superior { get; init; }
        public int? FullMembers { get; init; }
        public int? ProbationaryMembers { get; init; }
        public required IReadOnlyList<Unit> Covers { get; init; }
        public required IReadOnlyList<Unit> Below { get; init; }
        public required IReadOnlyList<string> Advice { get; init; }
        public required bool MayChange { get; init; }
        public IReadOnlyList<LedgerTimeline.Line> Timeline { get; init; } = [];
    }

    public sealed record Unit(Guid Id, string Name);

    public override Access Access => Access.Needs(PartyOrganisationsCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var seen = Db.SeenBy(Actor);
        var organisation = await seen.Include(p => p.Covers).FirstOrDefaultAsync(p => p.Id == input.Id, cancellation);
        if (organisation is null) return null;
        var covered = organisation.Covers.Select(c => c.OrganisationId).ToList();
        var units = await firms.Firms().Where(f => covered.Contains(f.Id)).OrderBy(f => f.SortKey).Select(f => new Unit(f.Id, f.Name)).ToListAsync(cancellation);
        var mayChange = Actor.May(PartyOrganisationsCapability.Change) && Actor.WriteDistrict == organisation.DistrictId;
        return new View
        {
            Id = organisation.Id,
            Version = mayChange ? organisation.Version : null,
            Name = organisation.Name,
            Type = organisation.Type,
            IsFunctional = organisation.IsFunctional,
            SuperiorId = organisation.SuperiorId,
            Superior = organisation.SuperiorId is { } up ? await Db.Set<PartyOrganisation>().Where(p => p.Id == up).Select(p => p.Name).FirstOrDefaultAsync(cancellation) : null,
            FullMembers = organisation.FullMembers,
            ProbationaryMembers = organisation.ProbationaryMembers,
            Covers = units,
            Below = await seen.Where(p => p.SuperiorId == organisation.Id).OrderBy(p => p.SortKey).Select(p => new Unit(p.Id, p.Name)).ToListAsync(cancellation),
            Advice = PartyAdvice.Of(organisation.Type, organisation.IsFunctional, organisation.FullMembers, units.Count),
            MayChange = mayChange,
            Timeline = Actor.May(PartyOrganisationsCapability.ReadAll) ? await timeline.OfAsync(organisation.Id, cancellation) : [],
        };
    }
}

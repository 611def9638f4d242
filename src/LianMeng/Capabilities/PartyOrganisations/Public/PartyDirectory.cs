using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.PartyOrganisations.Public;

/// <summary>Which organisations have a Party organisation, for figures and for the rotation of chairs. Functional ones stand apart: they are an overlay.</summary>
public sealed class PartyDirectory(AppDb db)
{
    /// <summary>One organisation that one Party organisation covers.</summary>
    public sealed class Row
    {
        public Guid OrganisationId { get; init; }
        public Guid PartyOrganisationId { get; init; }
        public string Name { get; init; } = "";
        public PartyOrganisationType Type { get; init; }

        /// <summary>功能型: never added to the formal ones.</summary>
        public bool IsFunctional { get; init; }
    }

    /// <summary>Everything that is covered, within the actor's districts.</summary>
    public IQueryable<Row> Covered() => db.Set<PartyCoverage>().AsNoTracking()
        .Join(db.Set<PartyOrganisation>().AsNoTracking(), c => c.PartyOrganisationId, p => p.Id,
            (c, p) => new Row { OrganisationId = c.OrganisationId, PartyOrganisationId = p.Id, Name = p.Name, Type = p.Type, IsFunctional = p.IsFunctional });

    /// <summary>Formal Party organisations only: own and joint branches, committees.</summary>
    public IQueryable<Row> Formal() => Covered().Where(r => !r.IsFunctional);

    /// <summary>The Party organisation that speaks for an organisation: its own before a joint one.</summary>
    public async Task<IReadOnlyDictionary<Guid, Row>> OfAsync(IReadOnlyCollection<Guid> organisationIds, CancellationToken cancellation)
        => (await Formal().Where(r => organisationIds.Contains(r.OrganisationId)).ToListAsync(cancellation))
            .GroupBy(r => r.OrganisationId).ToDictionary(g => g.Key, g => g.OrderBy(r => r.Type).ThenBy(r => r.Name, StringComparer.Ordinal).First());
}

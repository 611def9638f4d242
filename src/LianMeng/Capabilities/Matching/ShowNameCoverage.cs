using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>How far graph, atlases and synonyms know what the actor's districts call their products: names, and firms with one that is known.</summary>
public sealed class ShowNameCoverage(UseCaseContext context, NameBook book, ProductRows lines, FirmDirectory firms, DistrictNames districts) : Show<ShowNameCoverage.Input, ShowNameCoverage.View>(context)
{
    public sealed class Input;

    /// <param name="Total">Of all districts that the actor reads.</param>
    /// <param name="Districts">Those with a firm or a name.</param>
    public sealed record View(Figures Total, IReadOnlyList<District> Districts);

    public sealed record District(Guid Id, string Name, Figures Figures);

    /// <param name="Names">different ones, in the register and in open listings; those of two districts count in both</param>
    /// <param name="Atlas">of these, known to the product graph or a published atlas of the district</param>
    /// <param name="Synonym">known to nothing but a synonym</param>
    /// <param name="Firms">enterprises of the register</param>
    /// <param name="FirmsNaming">of these, with a product's name</param>
    /// <param name="FirmsKnown">of these, with one that is known</param>
    public sealed record Figures(int Names, int Atlas, int Synonym, int Firms, int FirmsNaming, int FirmsKnown)
    {
        public int Known => Atlas + Synonym;
        public int Unknown => Names - Known;

        /// <summary>With a name, and none that is known.</summary>
        public int FirmsUnknown => FirmsNaming - FirmsKnown;

        public static Figures operator +(Figures one, Figures other)
            => new(one.Names + other.Names, one.Atlas + other.Atlas, one.Synonym + other.Synonym, one.Firms + other.Firms, one.FirmsNaming + other.FirmsNaming, one.FirmsKnown + other.FirmsKnown);
    }

    public override Access Access => Access.Needs(MatchingCapability.Words);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var names = (await book.AllAsync(cancellation)).ToLookup(n => n.DistrictId);
        var known = await book.KnownAsync(cancellation);
        var registered = await firms.Firms().Where(f => f.Kind == OrganisationKind.Enterprise).GroupBy(f => f.DistrictId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var found = new List<District>();
        foreach (var (id, name) in await districts.AllAsync())
        {
            if (!registered.ContainsKey(id) && !names.Contains(id)) continue;
            var own = names[id].ToList();
            found.Add(new(id, name, new(own.Count, own.Count(n => n.Known == NameKnowledge.Atlas), own.Count(n => n.Known == NameKnowledge.Synonym),
                registered.GetValueOrDefault(id), await CountNamingAsync(id, cancellation), await CountKnownAsync(id, known.GetValueOrDefault(id) ?? [], cancellation))));
        }

        return new(found.Select(d => d.Figures).Aggregate(new Figures(0, 0, 0, 0, 0, 0), (sum, one) => sum + one), found);
    }

    private Task<int> CountNamingAsync(Guid district, CancellationToken cancellation)
        => firms.Firms().Where(f => f.DistrictId == district && f.Kind == OrganisationKind.Enterprise).Where(f => lines.Uses().Any(u => u.OrganisationId == f.Id)).CountAsync(cancellation);

    /// <summary>Not firm by firm: SQLite would go through all known names for each of them.</summary>
    private Task<int> CountKnownAsync(Guid district, List<string> names, CancellationToken cancellation)
        => lines.Uses().Where(u => u.DistrictId == district && names.Contains(u.Product)).Select(u => u.OrganisationId).Distinct().CountAsync(cancellation);
}

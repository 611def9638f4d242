using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Which entries were merged into a firm, and where a merged one went.</summary>
public sealed class ShowMerges(UseCaseContext context, MergeTrail trail, PersonNames people) : Show<ShowMerges.Input, ShowMerges.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    /// <param name="SurvivorId">where this firm is found today, if it was merged</param>
    public sealed record View(Guid? SurvivorId, bool MayUndo, IReadOnlyList<Line> Merges);

    /// <param name="At">UTC</param>
    /// <param name="UndoneAt">UTC; null while it stands</param>
    public sealed record Line(Guid Id, Guid MergedId, string MergedName, DateTime At, string By, DateTime? UndoneAt);

    public override Access Access => Access.Needs(OrganisationsCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (!await Db.WithRemoved<Organisation>().AnyAsync(o => o.Id == input.Id, cancellation)) return null;
        var merges = await Db.Set<OrganisationMerge>().AsNoTracking().Where(m => m.SurvivorId == input.Id).OrderByDescending(m => m.At).ToListAsync(cancellation);
        var names = await people.KnownAsync([.. merges.Select(m => m.By).OfType<Guid>().Distinct()], cancellation);
        return new(await trail.SurvivorAsync(input.Id, cancellation), Actor.May(OrganisationsCapability.Change) && merges.TrueForAll(m => m.DistrictId == Actor.WriteDistrict),
            [.. merges.Select(m => new Line(m.Id, m.MergedId, m.MergedName, m.At, m.By is { } by && names.TryGetValue(by, out var name) ? name : "程序", m.UndoneAt))]);
    }
}

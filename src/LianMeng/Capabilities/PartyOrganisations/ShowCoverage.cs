using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.PartyOrganisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.PartyOrganisations;

/// <summary>组织覆盖 of the enterprises: with an own organisation + in a joint branch + without = all. A firm is counted once, by its own before a joint one.</summary>
public sealed class ShowCoverage(UseCaseContext context, FirmDirectory firms, PartyDirectory party) : Show<ShowCoverage.Input, ShowCoverage.View>(context)
{
    public sealed class Input;

    /// <param name="Functional">enterprises under a functional organisation: shown beside the others, never added to them</param>
    public sealed record View(int Enterprises, int Own, int Joint, int Without, int Organisations, int FullMembers, int ProbationaryMembers, int Functional);

    public override Access Access => Access.Needs(PartyOrganisationsCapability.ReadAll);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        // A firm that awaits its code is in no figure.
        var enterprises = firms.Firms().Where(f => f.Kind == OrganisationKind.Enterprise && f.Uscc != null);
        var formal = party.Formal();
        var functional = party.Covered().Where(r => r.IsFunctional);
        var all = await enterprises.CountAsync(cancellation);
        var own = await enterprises.CountAsync(f => formal.Any(r => r.OrganisationId == f.Id && r.Type != PartyOrganisationType.JointBranch), cancellation);
        var covered = await enterprises.CountAsync(f => formal.Any(r => r.OrganisationId == f.Id), cancellation);
        var organisations = Db.Set<PartyOrganisation>().AsNoTracking().Where(p => !p.IsFunctional);
        return new(all, own, covered - own, all - covered,
            await organisations.CountAsync(cancellation),
            await organisations.SumAsync(p => p.FullMembers ?? 0, cancellation),
            await organisations.SumAsync(p => p.ProbationaryMembers ?? 0, cancellation),
            await enterprises.CountAsync(f => functional.Any(r => r.OrganisationId == f.Id), cancellation));
    }
}

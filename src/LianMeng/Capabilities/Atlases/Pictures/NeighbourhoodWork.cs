using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>For whoever speaks for a firm: the way to its surroundings on the latest published atlas.</summary>
internal sealed class NeighbourhoodWork(AtlasShelf shelf, Actor actor) : WorkSource
{
    public override int Order => 56;

    public override async Task AddAsync(WorkBoard board, CancellationToken cancellation)
    {
        if (actor.OrganisationId is not { } own || !actor.Is(Role.EnterpriseManager) || !actor.May(AtlasesCapability.Read)) return;
        var district = actor.WriteDistrict;
        var latest = await shelf.All().Where(a => a.DistrictId == district && a.Issue > 0).OrderByDescending(a => a.PublishedAt).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancellation);
        if (latest is { } atlas) board.Offer(new("本企业的上下游", $"/atlases/{atlas}/firms/{own}", "sitemap"));
    }
}

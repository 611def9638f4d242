using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Listings;

/// <summary>What members of an alliance seek and offer today, on its registers.</summary>
internal sealed class ListingsRegister(AppDb db, Actor actor, FirmDirectory firms, TimeProvider clock) : RegisterSource
{
    public override string Key => "listings";

    public override string Title => "成员供需";

    public override async Task<IReadOnlyList<RegisterLine>> LinesAsync(Guid allianceId, IReadOnlyList<Guid> members, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(clock.GetUtcNow().UtcDateTime);
        var rows = await new ListingRows(db, actor, firms).Seen(today).Where(r => r.State == ListingState.Open && r.ValidUntil >= today && r.OrganisationId != null && members.Contains(r.OrganisationId.Value))
            .OrderBy(r => r.ValidUntil).ThenBy(r => r.Id).Take(Most).ToListAsync(cancellation);
        return [.. rows.Select(r => new RegisterLine(r.Id, Title, $"{ListExport.Words(r.Kind)}：{r.Title}", r.OrganisationName, r.OrganisationId, r.ValidUntil, ListExport.Words(r.State), true, null, $"/listings/{r.Id}"))];
    }
}

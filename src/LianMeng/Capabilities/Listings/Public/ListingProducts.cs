using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Listings.Public;

/// <summary>What open listings call their products, for those who see listings of every visibility in their districts; for others there are none.</summary>
public sealed class ListingProducts(AppDb db, Actor actor, TimeProvider clock)
{
    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid DistrictId { get; init; }
        public Guid? OrganisationId { get; init; }
        public string Title { get; init; } = "";

        /// <summary>As its poster wrote it.</summary>
        public string Product { get; init; } = "";
        public bool IsDemand { get; init; }
    }

    public IQueryable<Row> Open()
    {
        var (today, all) = (ChinaTime.Today(clock.GetUtcNow().UtcDateTime), actor.SeesAll());
        return db.Set<Listing>().AsNoTracking().Where(l => all && l.State == ListingState.Open && l.ValidUntil >= today && l.Product != null)
            .Select(l => new Row { Id = l.Id, DistrictId = l.DistrictId, OrganisationId = l.OrganisationId, Title = l.Title, Product = l.Product!, IsDemand = l.Kind == ListingKind.Demand });
    }
}

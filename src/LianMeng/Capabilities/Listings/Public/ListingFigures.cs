using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Listings.Public;

/// <summary>Listings that were posted, whatever became of them, for counting by those who may see listings of every visibility and state.</summary>
public sealed class ListingFigures(AppDb db)
{
    /// <summary>A listing that is no draft.</summary>
    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid DistrictId { get; init; }
        public Guid? OrganisationId { get; init; }
        public string Title { get; init; } = "";
        public bool IsDemand { get; init; }

        /// <summary>UTC.</summary>
        public DateTime PostedAt { get; init; }
    }

    /// <summary>Of the actor's read districts.</summary>
    public IQueryable<Row> All() => db.Set<Listing>().AsNoTracking().Where(l => l.State != ListingState.Draft)
        .Select(l => new Row { Id = l.Id, DistrictId = l.DistrictId, OrganisationId = l.OrganisationId, Title = l.Title, IsDemand = l.Kind == ListingKind.Demand, PostedAt = l.PostedAt });
}

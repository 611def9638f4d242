using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations.Public;

/// <summary>What enterprises within the actor's scope make, for other capabilities' lists; and, for those who may see private needs, what they buy.</summary>
public sealed class ProductRows(AppDb db, Actor actor)
{
    /// <param name="Product">in the firm's own words; names of firms are asked of <see cref="OrganisationCards"/> for those that are shown</param>
    public sealed record Row(Guid OrganisationId, string Product);

    /// <summary>A line of the register, for lists that narrow it further.</summary>
    public sealed class Line
    {
        public Guid Id { get; init; }
        public Guid DistrictId { get; init; }
        public Guid OrganisationId { get; init; }
        public string Organisation { get; init; } = "";

        /// <summary>In the firm's own words.</summary>
        public string Product { get; init; } = "";
        public bool IsMade { get; init; }
        public bool IsBought { get; init; }
    }

    /// <summary>All of them; what firms buy only for those who may see it.</summary>
    public IQueryable<Line> Lines()
    {
        var all = actor.May(OrganisationCards.PrivateNeeds);
        return db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Enterprise).SelectMany(o => o.Products, (o, p) => new { Firm = o, Line = p })
            .Where(x => all || x.Line.Role != ProductRole.Buys)
            .Select(x => new Line
            {
                Id = x.Line.Id, DistrictId = x.Line.DistrictId, OrganisationId = x.Firm.Id, Organisation = x.Firm.Name, Product = x.Line.Name,
                IsMade = x.Line.Role == ProductRole.Makes, IsBought = x.Line.Role == ProductRole.Buys,
            });
    }

    /// <summary>That a firm writes a product, and nothing else of either.</summary>
    public sealed class Use
    {
        public Guid DistrictId { get; init; }
        public Guid OrganisationId { get; init; }
        public string Product { get; init; } = "";
    }

    /// <summary>
    /// The same lines for counting: one index holds all that is looked at (IX_OrganisationProduct_Name), and firms are not looked up one by one; the
    /// few that do not count (other bodies, removed and merged ones) are left out by their ids.
    /// </summary>
    public IQueryable<Use> Uses()
    {
        var all = actor.May(OrganisationCards.PrivateNeeds);
        var others = db.WithRemoved<Organisation>().Where(o => o.Kind != OrganisationKind.Enterprise || o.RemovedAt != null).Select(o => o.Id);
        return db.Set<OrganisationProduct>().AsNoTracking().Where(p => (all || p.Role != ProductRole.Buys) && !others.Contains(p.OrganisationId))
            .Select(p => new Use { DistrictId = p.DistrictId, OrganisationId = p.OrganisationId, Product = p.Name });
    }

    public IQueryable<Row> Made() => In(ProductRole.Makes);

    /// <summary>What firms buy is private: only for those whom <see cref="OrganisationCards.PrivateNeeds"/> allows. Ask before calling.</summary>
    /// <exception cref="InvalidOperationException">The actor may not see it: better no page than a leak.</exception>
    public IQueryable<Row> BoughtForPrivateNeeds()
        => actor.May(OrganisationCards.PrivateNeeds) ? In(ProductRole.Buys) : throw new InvalidOperationException("What firms buy was asked for by somebody who may not see it.");

    private IQueryable<Row> In(ProductRole role)
        => db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Enterprise).SelectMany(o => o.Products).Where(p => p.Role == role).Select(p => new Row(p.OrganisationId, p.Name));
}

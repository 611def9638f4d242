using LianMeng.Shared.Access;
using LianMeng.Shared.Data;

namespace LianMeng.Capabilities.Organisations.Public;

/// <summary>What firms within the actor's scope make, for other capabilities' lists; and, for those who may see private needs, what they buy.</summary>
public sealed class ProductRows(AppDb db, Actor actor)
{
    public sealed class Row
    {
        public Guid OrganisationId { get; init; }
        public string OrganisationName { get; init; } = "";
        public string SortKey { get; init; } = "";
        public string Product { get; init; } = "";
    }

    public IQueryable<Row> Made() => In(ProductRole.Makes);

    /// <summary>What firms buy is private: only for those whom <see cref="OrganisationCards.PrivateNeeds"/> allows. Ask before calling.</summary>
    /// <exception cref="InvalidOperationException">The actor may not see it: better no page than a leak.</exception>
    public IQueryable<Row> BoughtForPrivateNeeds()
        => actor.May(OrganisationCards.PrivateNeeds) ? In(ProductRole.Buys) : throw new InvalidOperationException("What firms buy was asked for by somebody who may not see it.");

    private IQueryable<Row> In(ProductRole role)
        => from product in db.Set<OrganisationProduct>()
           join firm in db.Set<Organisation>() on product.OrganisationId equals firm.Id
           where product.Role == role
           select new Row { OrganisationId = firm.Id, OrganisationName = firm.Name, SortKey = firm.SortKey, Product = product.Name };
}

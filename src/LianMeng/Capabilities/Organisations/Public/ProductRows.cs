using LianMeng.Shared.Data;

namespace LianMeng.Capabilities.Organisations.Public;

/// <summary>What firms within the actor's scope make, for other capabilities' lists. Purchases are not here: they are private needs.</summary>
public sealed class ProductRows(AppDb db)
{
    public sealed class Row
    {
        public Guid OrganisationId { get; init; }
        public string OrganisationName { get; init; } = "";
        public string SortKey { get; init; } = "";
        public string Product { get; init; } = "";
    }

    public IQueryable<Row> Made()
        => from product in db.Set<OrganisationProduct>()
           join firm in db.Set<Organisation>() on product.OrganisationId equals firm.Id
           where product.Role == ProductRole.Makes
           select new Row { OrganisationId = firm.Id, OrganisationName = firm.Name, SortKey = firm.SortKey, Product = product.Name };
}

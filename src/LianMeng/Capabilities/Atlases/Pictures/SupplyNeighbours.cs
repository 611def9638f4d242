using LianMeng.Capabilities.SupplyLinks.Public;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>The links of one firm with others, as declared. For that firm and the officers who may see private needs: who asks has been asked before. No quantity and no value leaves here.</summary>
public sealed class SupplyNeighbours(SupplyLinkRows rows)
{
    /// <param name="Words">The product in the firms' own words.</param>
    /// <param name="Known">How it is known.</param>
    public sealed record Link(Guid Seller, Guid Buyer, string Words, string Known);

    public async Task<IReadOnlyList<Link>> OfAsync(Guid firm, CancellationToken cancellation)
    {
        var links = new List<Link>();
        await foreach (var row in rows.AllAsync(cancellation))
        {
            if ((row.Seller == firm || row.Buyer == firm) && !row.IsDenied) links.Add(new(row.Seller, row.Buyer, row.Product, Words(row.Known)));
        }

        return links;
    }

    private static string Words(SupplyLinkKnowledge known) => known switch { SupplyLinkKnowledge.ByBuyer => "采购方申报", SupplyLinkKnowledge.BySeller => "供应方申报", _ => "双方申报" };
}

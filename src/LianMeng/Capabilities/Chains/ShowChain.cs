using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Chains;

/// <summary>Stages in order, each with its products and the firms that make them within the actor's districts.</summary>
public sealed class ShowChain(UseCaseContext context, ChainBackbone backbone, ProductRows rows) : Show<ShowChain.Input, ShowChain.View>(context)
{
    public sealed class Input
    {
        [Display(Name = "产品"), StringLength(100)]
        public string? Query { get; set; }
    }

    public sealed record View(string Title, IReadOnlyList<StageView> Stages, int Products, int Firms);

    public sealed record StageView(string Key, string Title, IReadOnlyList<ProductView> Products, int Firms);

    public sealed record ProductView(string Key, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> Upstream, IReadOnlyList<string> Downstream, IReadOnlyList<FirmView> Makers);

    public sealed record FirmView(Guid Id, string Name, string Product);

    public override Access Access => Access.Needs(ChainsCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var made = await rows.Made().ToListAsync(cancellation);
        var makers = made
            .SelectMany(m => NodesOf(m.Product).Select(node => (node.Key, Firm: new FirmView(m.OrganisationId, m.OrganisationName, m.Product), m.SortKey)))
            .GroupBy(m => m.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.DistinctBy(m => m.Firm.Id).OrderBy(m => m.SortKey, StringComparer.Ordinal).Select(m => m.Firm).ToList(), StringComparer.Ordinal);

        var graph = backbone.Graph;
        var stages = backbone.Stages.Select(stage =>
        {
            var products = graph.Products.Where(p => p.Stage == stage.Key && Asked(p, input.Query)).Select(p => new ProductView(
                p.Key, p.Name, p.Aliases, [.. graph.Upstream(p.Key).Select(u => u.Name)], [.. graph.Downstream(p.Key).Select(d => d.Name)],
                makers.GetValueOrDefault(p.Key) ?? [])).ToList();
            return new StageView(stage.Key, stage.Title, products, products.SelectMany(p => p.Makers).DistinctBy(f => f.Id).Count());
        }).ToList();
        return new(backbone.Title, stages, stages.Sum(s => s.Products.Count), stages.SelectMany(s => s.Products).SelectMany(p => p.Makers).DistinctBy(f => f.Id).Count());
    }

    private IEnumerable<Product> NodesOf(string product)
        => backbone.Graph.Find(product) is { } exact ? [exact] : backbone.Graph.Mentions(product).Select(m => m.Product).Distinct();

    private static bool Asked(Product product, string? query)
        => query is null || product.Name.Contains(query, StringComparison.OrdinalIgnoreCase) || product.Aliases.Any(a => a.Contains(query, StringComparison.OrdinalIgnoreCase));
}

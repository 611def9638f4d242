using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Atlases.Analyses;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>A firm's own surroundings: who feeds it, whom it feeds, who makes the same. Known to the firm and to the officers who may see private needs; for everybody else there is none.</summary>
public sealed class ShowNeighbourhood(UseCaseContext context, AtlasShelf shelf, AtlasHeads heads, AtlasFirms firms, SupplyNeighbours links, FirmDirectory directory, OrganisationCards cards, WordPlaces words) : Show<ShowNeighbourhood.Input, ShowNeighbourhood.View>(context)
{
    public sealed class Input
    {
        /// <summary>The atlas.</summary>
        public Guid Id { get; set; }

        [Display(Name = "期"), Range(0, 100_000)]
        public int? Issue { get; set; }

        /// <summary>Without it the own firm.</summary>
        [Display(Name = "企业")]
        public Guid? Organisation { get; set; }
    }

    /// <param name="IsOwn">The actor speaks for it.</param>
    /// <param name="Makes">Products of the atlas that it makes.</param>
    /// <param name="Suppliers">谁供我.</param>
    /// <param name="Customers">我供谁.</param>
    /// <param name="Peers">谁与我同类.</param>
    public sealed record View(AtlasHead Head, Guid Organisation, string Name, bool IsOwn, IReadOnlyList<ProductView> Makes, IReadOnlyList<PartnerView> Suppliers, IReadOnlyList<PartnerView> Customers, IReadOnlyList<PartnerView> Peers);

    public sealed record ProductView(string Key, string Name, string? Stage, int Makers);

    /// <param name="Products">Of the atlas; empty where the words stand for none.</param>
    /// <param name="Words">In the firms' own words.</param>
    /// <param name="Known">How the link is known; null for peers.</param>
    public sealed record PartnerView(Guid Organisation, string Name, IReadOnlyList<ProductView> Products, string Words, string? Known);

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if ((input.Organisation ?? Actor.OrganisationId) is not { } id || (id != Actor.OrganisationId && !Actor.May(OrganisationCards.PrivateNeeds))) return null;
        if (await shelf.OpenAsync(input.Id, input.Issue, cancellation) is not { } open) return null;
        if (await directory.FindAsync(id, cancellation) is not { Kind: OrganisationKind.Enterprise } firm || firm.DistrictId != open.Atlas.DistrictId) return null;
        var makers = await firms.MakersAsync(open, cancellation);
        var own = open.Content.Nodes.Where(n => makers.TryGetValue(n.Key, out var who) && who.Any(f => f.Id == id)).ToList();
        var known = await links.OfAsync(id, cancellation);
        var names = (await cards.OfAsync([.. known.SelectMany(l => new[] { l.Seller, l.Buyer }).Distinct()], cancellation)).ToDictionary(c => c.Id, c => c.Name);
        return new(
            await heads.OfAsync(open, cancellation), id, firm.Name, id == Actor.OrganisationId, [.. own.Select(ToProduct)],
            [.. known.Where(l => l.Buyer == id && names.ContainsKey(l.Seller)).Select(l => Partner(l.Seller, l)).OrderBy(p => p.Name, StringComparer.Ordinal)],
            [.. known.Where(l => l.Seller == id && names.ContainsKey(l.Buyer)).Select(l => Partner(l.Buyer, l)).OrderBy(p => p.Name, StringComparer.Ordinal)],
            [.. own.SelectMany(n => makers[n.Key].Where(f => f.Id != id).Select(f => (Firm: f, Node: n))).GroupBy(p => p.Firm.Id)
                .Select(g => new PartnerView(g.Key, g.First().Firm.Name, [.. g.Select(p => ToProduct(p.Node))], string.Join('、', g.Select(p => p.Firm.Words).Distinct()), null))
                .OrderByDescending(p => p.Products.Count).ThenBy(p => p.Name, StringComparer.Ordinal)]);

        ProductView ToProduct(AtlasNode node) => new(node.Key, node.Name, open.Graph.TitleOf(node.Stage), makers.GetValueOrDefault(node.Key)?.Count ?? 0);

        PartnerView Partner(Guid other, SupplyNeighbours.Link link) => new(other, names[other], [.. words.Of(open.Graph, link.Words).Select(key => ToProduct(open.Graph.Node(key)!))], link.Words, link.Known);
    }
}

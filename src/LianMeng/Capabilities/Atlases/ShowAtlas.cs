using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Atlases;

/// <summary>One atlas at one issue: its graph, and which firms make what.</summary>
public sealed class ShowAtlas(UseCaseContext context, AtlasShelf shelf, AtlasFirms firms, ChainBackbones backbones) : Show<ShowAtlas.Input, ShowAtlas.View>(context)
{
    public sealed class Input
    {
        /// <summary>The atlas.</summary>
        public Guid Id { get; set; }

        /// <summary>0 the draft; without it the latest issue, or the draft while there is none.</summary>
        [Display(Name = "期"), Range(0, 100_000)]
        public int? Issue { get; set; }
    }

    /// <param name="Issue">0 the draft.</param>
    /// <param name="Version">For those who may change it; null for others.</param>
    /// <param name="Placements">Makers by product; who buys is nobody else's business.</param>
    public sealed record View(
        Guid Id, Guid? Version, string Title, string ChainKey, string Chain, string District, string? Note, int Issue, string IssueWords, DateTime? PublishedAt, int LatestIssue, DateTime UpdatedAt,
        IReadOnlyList<AtlasStage> Stages, IReadOnlyList<AtlasNode> Nodes, IReadOnlyList<AtlasLink> Links, IReadOnlyList<PlacementView> Placements);

    /// <param name="Product">Key of the product.</param>
    /// <param name="Firms">Who makes it.</param>
    public sealed record PlacementView(string Product, IReadOnlyList<FirmView> Firms);

    public sealed record FirmView(Guid Id, string Name, string Words);

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (await shelf.OpenAsync(input.Id, input.Issue, cancellation) is not { } open) return null;
        var atlas = open.Atlas;
        var district = await Db.Set<District>().AsNoTracking().Where(d => d.Id == atlas.DistrictId).Select(d => d.Name).FirstAsync(cancellation);
        var makers = await firms.MakersAsync(open, cancellation);
        return new(
            atlas.Id, shelf.Keeps(atlas) ? atlas.Version : null, atlas.Title, atlas.ChainKey, backbones.Find(atlas.ChainKey)?.Title ?? atlas.ChainKey, district, atlas.Note, open.Issue, open.IssueWords, open.PublishedAt, atlas.Issue,
            atlas.UpdatedAt, open.Content.Stages, open.Content.Nodes, open.Content.Links, [.. open.Content.Nodes.Where(n => makers.ContainsKey(n.Key)).Select(n => new PlacementView(n.Key, makers[n.Key]))]);
    }
}

using System.Globalization;
using LianMeng.Capabilities.Atlases.Analyses;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>Tells all about one product, for its page and for the lanes.</summary>
public sealed class AtlasProducts(AtlasAnalyst analyst, AtlasFirms firms, Actor actor)
{
    /// <summary>Who buys is a firm's private need; how many is shown to those who may know them.</summary>
    public bool SeesBuyers => actor.May(OrganisationCards.PrivateNeeds);

    public async Task<AtlasProductView> OfAsync(OpenAtlas open, AtlasNode node, CancellationToken cancellation)
    {
        var analysis = await analyst.OfAsync(open, cancellation);
        var makers = await firms.MakersAsync(open, cancellation);
        var links = open.Content.Links.Where(l => l.From == node.Key || l.To == node.Key).ToList();
        var judged = analysis.HealthOf(node.Key);
        var health = judged?.Health ?? Health.Unknown;
        return new(
            node.Key, node.Name, node.Aliases, node.Kind.Title(), open.Graph.TitleOf(node.Stage), node.Stage, judged?.Product.Unit is { Length: > 0 } unit ? unit : node.Unit, node.TaxCode, node.ReferencePrice, node.Source, node.AsOf,
            health, health.Word(), judged?.Reasons(analysis.Viewer) ?? [],
            [
                Group("上游", "投入什么", LinkMeaning.InputOf, into: true), Group("下游", "用到哪里", LinkMeaning.InputOf, into: false),
                Group("副产品", "生产时产生", LinkMeaning.ByProductOf, into: true), Group("是谁的副产品", "生产什么时产生", LinkMeaning.ByProductOf, into: false),
                Group("可替代它的", "", LinkMeaning.SubstituteOf, into: true), Group("它可替代的", "", LinkMeaning.SubstituteOf, into: false),
                Group("属于", "", LinkMeaning.KindOf, into: false), Group("包括", "", LinkMeaning.KindOf, into: true),
            ],
            makers.GetValueOrDefault(node.Key) ?? [], SeesBuyers ? CountBuyers(analysis, node.Key) : null);

        LinkGroup Group(string title, string what, LinkMeaning meaning, bool into)
            => new(title, what, [.. links.Where(l => l.Meaning == meaning && (into ? l.To : l.From) == node.Key).Select(l => Linked(l, open.Graph.Node(into ? l.From : l.To)!))]);

        LinkedProduct Linked(AtlasLink link, AtlasNode other)
        {
            var at = analysis.HealthOf(other.Key)?.Health ?? Health.Unknown;
            return new(other.Key, other.Name, at, at.Word(), makers.GetValueOrDefault(other.Key)?.Count ?? 0, FiguresOf(link, open.Graph), link.Source, link.AsOf);
        }
    }

    internal static int CountBuyers(AtlasAnalysis analysis, string product)
        => analysis.Lines.Where(l => l.Product == product && l.Line.Role == FirmLineRole.Buys).Select(l => l.Line.OrganisationId).Distinct().Count();

    /// <summary>每单位铝锭用 氧化铝 1.93 t/t，占 40%; null where nothing is known.</summary>
    internal static string? FiguresOf(AtlasLink link, AtlasGraph graph)
    {
        var said = new List<string>();
        if (link.Coefficient is { } coefficient)
            said.Add($"每单位{graph.Node(link.To)!.Name}{(link.Meaning == LinkMeaning.ByProductOf ? "产生" : "耗用")} {coefficient.ToString("#,0.######", CultureInfo.InvariantCulture)}{(link.CoefficientUnit is { } unit ? " " + unit : "")}");
        if (link.Share is { } share) said.Add($"占 {(share * 100).ToString("0.##", CultureInfo.InvariantCulture)}%");
        return said.Count == 0 ? null : string.Join("，", said);
    }
}

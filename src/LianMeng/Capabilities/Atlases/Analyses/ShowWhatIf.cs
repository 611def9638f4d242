using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Atlases.Tasks;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>
/// What happens if a firm stops. Officers may ask of any firm; a firm of itself, and then it reads the names of its own customers and of nobody behind them.
/// </summary>
public sealed class ShowWhatIf(UseCaseContext context, AnalysisDesk desk, FirmLinks links) : Show<ShowWhatIf.Input, ShowWhatIf.View>(context)
{
    private const int MostFirms = 200;

    public sealed class Input : AnalysisInput
    {
        /// <summary>The firm that stops; without it the list to choose from, for a firm itself.</summary>
        [Display(Name = "企业")]
        public Guid? Organisation { get; set; }

        /// <summary>Name or initials, to find a firm.</summary>
        [Display(Name = "查找企业"), StringLength(100)]
        public string? Firm { get; set; }

        /// <summary>True: others' spare capacity first takes over what it can.</summary>
        [Display(Name = "先由本地余量顶上")]
        public bool? Replaced { get; set; }
    }

    /// <param name="Tier">1 buys from the stopped firm, 2 from one of tier 1 …</param>
    /// <param name="Lost">元 a year of purchases that fail.</param>
    public sealed record Tier(int Number, int NewFirms, int Links, ShownAmount Lost);

    /// <param name="Firm">Its name; for a firm that asks, only of its own customers.</param>
    public sealed record Hit(Guid? FirmId, string Firm, int Tier, ShownAmount Lost, ShownAmount Stopped);

    public sealed record Substitute(Guid FirmId, string Firm, string Spare);

    /// <param name="Cover">Share of the loss that others can take over.</param>
    public sealed record Replacement(string Product, ShownAmount Lost, ShownAmount Cover, IReadOnlyList<Substitute> Makers, IReadOnlyList<string> Undeclared);

    public sealed record Impact(
        Guid FirmId, string Firm, bool HasLinks, ShownAmount Total, IReadOnlyList<Tier> Tiers, IReadOnlyList<Hit> Firms, int MoreFirms, IReadOnlyList<Replacement> Replacements, string Row, IReadOnlyList<AtlasTaskAction> Actions, IReadOnlyList<AtlasTaskMark> Tasks);

    /// <param name="Links">Known links between firms on products of the atlas: for officers; null for others.</param>
    /// <param name="Choices">Firms to choose from: found by name, else those on whom most depend.</param>
    public sealed record View(AnalysisHead Head, int? Links, IReadOnlyList<FirmChoice> Choices, Impact? Result, bool SeesAll, bool HasFirm);

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (await desk.OpenAsync(input.Id, input.Issue, cancellation) is not { } open) return null;
        var analysis = await desk.AnalyseAsync(open, cancellation);
        var (firm, isThere) = FirmChoice.Of(input.Organisation, analysis, desk);
        if (!isThere) return null;
        var network = await links.OfAsync(analysis, cancellation);
        var suggested = desk.SeesRelations && firm is null ? network.Links.GroupBy(l => l.Seller).OrderByDescending(g => g.Select(l => l.Buyer).Distinct().Count()).ThenBy(g => g.Key).Select(g => g.Key) : [];
        return new(
            AnalysisHead.Of(open, input.Issue), desk.SeesRelations ? network.Links.Count : null, FirmChoice.Found(input.Firm, suggested, analysis, desk),
            firm is { } stopped ? await ImpactAsync(open, analysis, network, stopped, input.Replaced is true, cancellation) : null, desk.SeesRelations, desk.OwnFirm is { } own && analysis.Firms.Has(own));
    }

    private async Task<Impact> ImpactAsync(OpenAtlas open, AtlasAnalysis analysis, FirmNetwork network, Guid firm, bool isReplaced, CancellationToken cancellation)
    {
        var viewer = analysis.Viewer;
        var stop = WhatIf.Stops(network, firm, analysis.Links, analysis.Makers, isReplaced);
        var subject = AtlasRow.Stop(firm);
        var hits = stop.Firms.Where(hit => desk.SeesRelations || hit.Tier == 1).ToList();
        return new(
            firm, analysis.Firms.NameOf(firm), network.Links.Any(l => l.Seller == firm), stop.Total(viewer), [.. stop.Tiers.Select(t => new Tier(t.Tier, t.NewFirms, t.Links, t.Lost.For(viewer)))],
            [.. hits.Take(MostFirms).Select(hit => new Hit(hit.Firm, analysis.Firms.NameOf(hit.Firm), hit.Tier, hit.Lost.For(viewer), hit.Stopped.For(viewer)))], stop.Firms.Count - Math.Min(hits.Count, MostFirms),
            [.. stop.Replacements.Select(r => new Replacement(
                analysis.ProductName(r.Product), InUnit(r.Lost.For(viewer), r.Product, analysis), r.Cover.For(viewer),
                [.. r.Makers.Select(m => new Substitute(m.Firm, analysis.Firms.NameOf(m.Firm), new ShownAmount(m.Spare, null, null, false, analysis.HealthOf(r.Product)?.Product.Unit ?? "").Text))], [.. r.Undeclared.Select(analysis.Firms.NameOf)]))],
            subject.Key, [.. subject.Actions.Where(action => desk.Tasks.MayStart(subject, action))], [.. (await desk.Tasks.MarksAsync(open.Atlas.Id, cancellation))[subject.Key]]);
    }

    /// <summary>The engine knows no unit of what a firm sold.</summary>
    private static ShownAmount InUnit(ShownAmount shown, string product, AtlasAnalysis analysis) => shown with { Unit = analysis.HealthOf(product)?.Product.Unit ?? "" };
}

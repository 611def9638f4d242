using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Atlases.Analyses;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>How much of what is bought goes where in a year, as far as the actor may know.</summary>
public sealed class ShowFlows(UseCaseContext context, AtlasShelf shelf, AtlasHeads heads, AtlasAnalyst analyst) : Show<ShowFlows.Input, ShowFlows.View>(context)
{
    /// <summary>Bands in the picture: more are told from each other by nobody. The table has all.</summary>
    public const int MostDrawn = 60;

    private const string Yuan = "元";

    public sealed class Input
    {
        /// <summary>The atlas.</summary>
        public Guid Id { get; set; }

        [Display(Name = "期"), Range(0, 100_000)]
        public int? Issue { get; set; }

        [Display(Name = "层次")]
        public FlowLevel? Level { get; set; }

        /// <summary>元 for values, else a unit of quantities: different units are never added.</summary>
        [Display(Name = "单位"), StringLength(20)]
        public string? Unit { get; set; }

        /// <summary>Key of the stage that is bought from.</summary>
        [Display(Name = "环节"), StringLength(100)]
        public string? Stage { get; set; }
    }

    /// <param name="Units">That can be asked for.</param>
    /// <param name="Flows">The largest first, by what is shown of them.</param>
    /// <param name="Unknown">Bought, but nobody declared how much.</param>
    public sealed record View(AtlasHead Head, FlowLevel Level, string Unit, IReadOnlyList<string> Units, IReadOnlyList<FlowView> Flows, IReadOnlyList<FlowView> Unknown);

    /// <param name="FromKey">Of a product or a stage.</param>
    /// <param name="ToKey">Of a product or a stage; "several" and "other" for what cannot be said.</param>
    /// <param name="FromLane">Place of its stage.</param>
    /// <param name="Amount">As much as the actor may have of it.</param>
    public sealed record FlowView(string FromKey, string From, int FromLane, string ToKey, string To, int ToLane, ShownAmount Amount)
    {
        internal bool IsDrawn => Amount.OrderKey > 0;
    }

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (await shelf.OpenAsync(input.Id, input.Issue, cancellation) is not { } open) return null;
        var analysis = await analyst.OfAsync(open, cancellation);
        IReadOnlyList<string> units = [Yuan, .. analysis.Health.Where(h => h.Demand.BuyerCount > 0 && h.Product.Unit.Length > 0).GroupBy(h => h.Product.Unit, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).Where(u => u != Yuan)];
        // a chain of materials is told in tonnes
        var unit = input.Unit ?? (units.Contains("吨") ? "吨" : units.Count > 1 ? units[1] : Yuan);
        var level = input.Level ?? FlowLevel.Stages;
        var parts = AtlasFlows.Of(analysis, unit == Yuan).Where(p => p.Amount.Unit == unit).Where(p => input.Stage is not { } stage || open.Graph.Node(p.Product)!.Stage == stage).ToList();
        var flows = level == FlowLevel.Products
            ? parts.Select(p => ToView(p.Product, p.To, p.Amount.For(analysis.Viewer)))
            : parts.GroupBy(p => (From: StageOf(p.Product), To: StageOf(p.To))).Select(g => ToView(g.Key.From, g.Key.To, GuardedAmount.Total([.. g.Select(p => p.Amount)], analysis.Viewer, unit)));
        var shown = flows.OrderByDescending(f => f.Amount.OrderKey ?? 0).ThenBy(f => f.From, StringComparer.Ordinal).ThenBy(f => f.To, StringComparer.Ordinal).ToList();
        return new(await heads.OfAsync(open, cancellation), level, unit, units, [.. shown.Where(f => !f.Amount.IsUnknown)], [.. shown.Where(f => f.Amount.IsUnknown)]);

        string StageOf(string end)
            => end is AtlasFlows.Several or AtlasFlows.Other || end.StartsWith(AtlasFlows.StagePrefix, StringComparison.Ordinal) ? end
                : open.Graph.Node(end)!.Stage is { } stage ? AtlasFlows.StagePrefix + stage : AtlasFlows.Several;

        FlowView ToView(string from, string to, ShownAmount amount)
        {
            var ((fromTitle, fromLane), (toTitle, toLane)) = (End(from), End(to));
            return new(from, fromTitle, fromLane, to, toTitle, toLane, amount);
        }

        (string Title, int Lane) End(string end)
        {
            var stages = open.Content.Stages;
            if (end == AtlasFlows.Several) return ("多个环节", stages.Count);
            if (end == AtlasFlows.Other) return ("其他用途", stages.Count);
            if (end.StartsWith(AtlasFlows.StagePrefix, StringComparison.Ordinal))
            {
                var key = end[AtlasFlows.StagePrefix.Length..];
                var title = open.Graph.TitleOf(key) ?? key;
                return (level == FlowLevel.Stages ? title : title + "（多种产品）", stages.ToList().FindIndex(s => s.Key == key));
            }

            var node = open.Graph.Node(end)!;
            return (node.Name, open.Graph.LaneOf(node) ?? stages.Count);
        }
    }
}

using LianMeng.Capabilities.ByProductUses.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>All by-products of an atlas's firms and all uses for them, planned together; worked out once a request.</summary>
public sealed class ByProductCase(ByProductUsesOfFirms receivers, SettingValues settings, TimeProvider clock)
{
    private (AtlasAnalysis Analysis, Planned Planned)? known;

    internal sealed record Planned(IReadOnlyList<ByProductStream> Streams, IReadOnlyList<ByProductUse> Uses, ByProductPlan Plan, IReadOnlyList<(Guid Firm, string Words, string Reason)> Unusable);

    internal async Task<Planned> OfAsync(AtlasAnalysis analysis, CancellationToken cancellation)
    {
        if (known is { } earlier && ReferenceEquals(earlier.Analysis, analysis)) return earlier.Planned;
        var uses = await receivers.OfAsync(analysis, cancellation);
        var (streams, unusable) = (new List<ByProductStream>(), new List<(Guid, string, string)>());
        foreach (var line in analysis.Lines.Where(line => line.Line.Role == FirmLineRole.ByProduct).GroupBy(line => line.Line.Id).Select(lines => lines.First()))
        {
            var tonnes = line.Line is { Quantity: { } quantity and > 0, Unit: { } unit } && ChainUnits.Factor(unit, "吨") is { } factor ? quantity * factor : (decimal?)null;
            if (tonnes is not { } amount)
                unusable.Add((line.Line.OrganisationId, line.Line.Name, line.Line.Quantity is not > 0 ? "没有填写年产生量" : line.Line.Unit is null ? "填了数量，没有写单位" : $"单位“{line.Line.Unit}”不能换算为“吨”"));
            else
                streams.Add(new(line.Line.OrganisationId, line.Product, amount, line.Line.Code, line.Line.IsGoods is true, Measured(line.Line.Composition), line.Line.Income * 10_000m / amount));
        }

        var plan = Engine.ChainGraph.ByProductUses.Plan(streams, uses, (_, _) => settings.Of(AnalysisSettings.LocalKilometres), settings.YuanPerTonneKilometre(), ChinaTime.Today(clock.GetUtcNow().UtcDateTime));
        known = (analysis, new(streams, uses, plan, unusable));
        return known.Value.Planned;
    }

    /// <summary>What cannot be read was not measured.</summary>
    private static IReadOnlyDictionary<string, decimal> Measured(string? text) => ComponentText.TryParseComposition(text, out var composition, out _) ? composition : new Dictionary<string, decimal>();
}

using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Access;
using LianMeng.Shared.Settings;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>The gaps of an atlas as a whole: what leaves the district, and where nothing can be said.</summary>
public sealed class ShowAtlasGaps(UseCaseContext context, AnalysisDesk desk, SettingValues settings) : Show<AnalysisInput, ShowAtlasGaps.View>(context)
{
    /// <param name="Leaving">元 a year through all gaps, as the viewer may have it.</param>
    /// <param name="Unknown">Products of which nothing is judged.</param>
    /// <param name="UnknownCoefficients">Where the propagation stopped, in sentences.</param>
    public sealed record View(AnalysisHead Head, int Gaps, int Strengths, int SecondTier, int Unknown, ShownAmount Leaving, IReadOnlyList<string> UnknownCoefficients, string Rule);

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override async Task<View?> LoadAsync(AnalysisInput input, CancellationToken cancellation)
    {
        if (await desk.OpenAsync(input.Id, input.Issue, cancellation) is not { } open) return null;
        var analysis = await desk.AnalyseAsync(open, cancellation);
        var rule = settings.GapRule();
        return new(
            AnalysisHead.Of(open, input.Issue), analysis.Gaps.Gaps.Count, analysis.Gaps.Strengths.Count, analysis.Gaps.Derived.Count, analysis.Health.Count(node => node.Health == Health.Unknown),
            analysis.Gaps.TotalLeaving(analysis.Viewer), [.. analysis.Gaps.UnknownCoefficients.Select(u => u.Sentence)],
            $"缺口是判为断或弱的产品，按“每年外购金额 × 关联度”排序，关联度看 {rule.CentralitySteps} 步内有多少本地产品用到它；没有写单价的按图谱里有出处的参考价计，都没有的列在最后。二级缺口按单耗向上游推 {rule.DerivedSteps} 步。");
    }
}

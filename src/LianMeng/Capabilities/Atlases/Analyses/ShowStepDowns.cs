using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>For which firm the next products are asked, and what it makes of the atlas.</summary>
public sealed class ShowStepDowns(UseCaseContext context, AnalysisDesk desk) : Show<ShowStepDowns.Input, ShowStepDowns.View>(context)
{
    public sealed class Input : AnalysisInput
    {
        /// <summary>The firm; without it the actor's own.</summary>
        [Display(Name = "企业")]
        public Guid? Organisation { get; set; }

        /// <summary>Name or initials, to find a firm.</summary>
        [Display(Name = "查找企业"), StringLength(100)]
        public string? Firm { get; set; }
    }

    /// <param name="Made">What it makes of the atlas.</param>
    public sealed record View(AnalysisHead Head, IReadOnlyList<FirmChoice> Choices, FirmChoice? Firm, IReadOnlyList<string> Made, bool SeesAll, bool HasFirm);

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (await desk.OpenAsync(input.Id, input.Issue, cancellation) is not { } open) return null;
        var analysis = await desk.AnalyseAsync(open, cancellation);
        var (firm, isThere) = FirmChoice.Of(input.Organisation, analysis, desk);
        if (!isThere) return null;
        var makers = analysis.Makers.GroupBy(m => m.Firm).OrderByDescending(g => g.Select(m => m.Product).Distinct().Count()).ThenBy(g => g.Key).Select(g => g.Key);
        return new(
            AnalysisHead.Of(open, input.Issue), FirmChoice.Found(input.Firm, firm is null ? makers : [], analysis, desk), firm is { } id ? new(id, analysis.Firms.NameOf(id)) : null,
            [.. analysis.Makers.Where(m => m.Firm == firm).Select(m => analysis.ProductName(m.Product)).Distinct(StringComparer.Ordinal)], desk.SeesRelations, desk.OwnFirm is { } own && analysis.Firms.Has(own));
    }
}

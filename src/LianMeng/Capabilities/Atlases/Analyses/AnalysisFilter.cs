using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>What every list of an analysis can be asked.</summary>
public class AnalysisFilter : ListFilter
{
    /// <summary>The atlas.</summary>
    public Guid Id { get; set; }

    /// <summary>0 the draft; without it the latest issue, or the draft while there is none.</summary>
    [Display(Name = "期"), Range(0, 100_000)]
    public int? Issue { get; set; }
}

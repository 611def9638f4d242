using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>What every question to an analysis states.</summary>
public class AnalysisInput
{
    /// <summary>The atlas.</summary>
    public Guid Id { get; set; }

    /// <summary>0 the draft; without it the latest issue, or the draft while there is none.</summary>
    [Display(Name = "期"), Range(0, 100_000)]
    public int? Issue { get; set; }
}

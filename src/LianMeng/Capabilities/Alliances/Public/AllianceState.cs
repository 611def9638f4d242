using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Alliances.Public;

/// <summary>Where an alliance is in its life; each step has a reason.</summary>
public enum AllianceState
{
    [Display(Name = "筹建")] Founding = 1,
    [Display(Name = "运行")] Running = 2,
    [Display(Name = "撤销")] Dissolved = 3,
}

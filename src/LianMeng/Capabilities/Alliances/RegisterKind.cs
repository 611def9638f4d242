using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Which of an alliance's lists an entry stands in.</summary>
public enum RegisterKind
{
    [Display(Name = "难题清单")] Difficulty = 1,
    [Display(Name = "需求清单")] Demand = 2,
    [Display(Name = "资源清单")] Resource = 3,
    [Display(Name = "项目清单")] Project = 4,
    [Display(Name = "承诺清单")] Promise = 5,
    [Display(Name = "任务清单")] Action = 6,
}

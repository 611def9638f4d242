using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>How far one unit has come.</summary>
public enum DifficultyTaskState
{
    [Display(Name = "待签收")] Assigned = 1,
    [Display(Name = "有异议，待裁定")] Disputed = 2,
    [Display(Name = "办理中")] InProgress = 3,
    [Display(Name = "审签中")] Signing = 4,
    [Display(Name = "已答复")] Answered = 5,
    [Display(Name = "不再由其办理")] Dropped = 6,
}

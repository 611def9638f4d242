using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>What a firm says of the result. Nothing said is 未评价, never satisfied.</summary>
public enum DifficultyRating
{
    [Display(Name = "满意")] Satisfied = 1,
    [Display(Name = "不满意")] Dissatisfied = 2,
}

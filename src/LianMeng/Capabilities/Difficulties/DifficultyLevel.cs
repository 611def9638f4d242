using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>How much it presses. 紧急 may be notified outside working hours.</summary>
public enum DifficultyLevel
{
    [Display(Name = "一般")] Ordinary = 1,
    [Display(Name = "重要")] Important = 2,
    [Display(Name = "紧急")] Urgent = 3,
}

using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>Figures of how difficulties are handled; each with its denominator.</summary>
public enum RateKind
{
    [Display(Name = "按时受理")] Accepted = 1,
    [Display(Name = "按时签收")] Acknowledged = 2,
    [Display(Name = "按时答复")] Answered = 3,
    [Display(Name = "评价")] Rated = 4,
    [Display(Name = "满意")] Satisfied = 5,
    [Display(Name = "重新办理")] Reopened = 6,
}

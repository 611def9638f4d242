using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Deals;

/// <summary>How a deal goes on.</summary>
public enum FollowUpOutcome
{
    [Display(Name = "继续合作")] Continuing = 1,

    /// <summary>Nobody is asked again.</summary>
    [Display(Name = "结束")] Ended = 2,
    [Display(Name = "有问题")] Problem = 3,
}

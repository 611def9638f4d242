using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>By which limits it is handled: 即办 at once, 一般 within days, 项目类 by dated milestones that the firm sees.</summary>
public enum DifficultyTrack
{
    [Display(Name = "即办")] Quick = 1,
    [Display(Name = "一般")] General = 2,
    [Display(Name = "项目类")] Project = 3,
}

using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Atlases.Tasks;

/// <summary>How a task moves on.</summary>
public enum AtlasTaskStep
{
    [Display(Name = "办结")] Finish = 1,
    [Display(Name = "放弃")] Drop = 2,
    [Display(Name = "重新办理")] Reopen = 3,
}

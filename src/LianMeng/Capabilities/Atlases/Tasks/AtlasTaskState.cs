using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Atlases.Tasks;

/// <summary>How a task stands.</summary>
public enum AtlasTaskState
{
    [Display(Name = "办理中")] Open = 1,
    [Display(Name = "已办结")] Done = 2,
    [Display(Name = "已放弃")] Dropped = 3,
}

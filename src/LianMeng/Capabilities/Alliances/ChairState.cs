using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Alliances;

/// <summary>What became of a term of the rotating chair.</summary>
public enum ChairState
{
    [Display(Name = "已邀请")] Invited = 1,
    [Display(Name = "已接受")] Accepted = 2,
    [Display(Name = "谢绝")] Declined = 3,
    [Display(Name = "跳过")] Skipped = 4,
    [Display(Name = "邀请撤回")] Withdrawn = 5,
    [Display(Name = "提前终止")] Ended = 6,
}

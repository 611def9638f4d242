using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>Everything that moves a difficulty or one of its clocks; the engine's CaseStep has the same names.</summary>
public enum DifficultyStep
{
    [Display(Name = "登记")] Raised = 1,
    [Display(Name = "不予受理")] Refused = 2,
    [Display(Name = "受理")] Accepted = 3,
    [Display(Name = "交办")] Assigned = 4,
    [Display(Name = "签收")] Acknowledged = 5,
    [Display(Name = "提出异议")] Disputed = 6,
    [Display(Name = "裁定")] Ruled = 7,
    [Display(Name = "提请")] Elevated = 8,
    [Display(Name = "暂停计时")] Paused = 9,
    [Display(Name = "恢复计时")] Resumed = 10,
    [Display(Name = "同意延期")] Extended = 11,
    [Display(Name = "排定节点")] MilestonesSet = 12,
    [Display(Name = "完成节点")] MilestoneMet = 13,
    [Display(Name = "答复")] Answered = 14,
    [Display(Name = "改派")] Dropped = 15,
    [Display(Name = "评价")] Rated = 16,
    [Display(Name = "重新办理")] Reopened = 17,
    [Display(Name = "回访")] FollowedUp = 18,
    [Display(Name = "办结")] Closed = 19,
    [Display(Name = "撤回")] Withdrawn = 20,
    [Display(Name = "合并")] Merged = 21,
    [Display(Name = "撤销合并")] Unmerged = 22,
    [Display(Name = "转出")] HandedOver = 23,
    [Display(Name = "增加受益企业")] Joined = 24,
    [Display(Name = "减少受益企业")] Left = 25,
}

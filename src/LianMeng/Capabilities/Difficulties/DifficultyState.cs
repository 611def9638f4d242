using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>How far a difficulty has come. Inside the units each task has a state of its own.</summary>
public enum DifficultyState
{
    [Display(Name = "登记，待受理")] Raised = 1,
    [Display(Name = "已受理，待交办")] Accepted = 2,
    [Display(Name = "已交办，待签收")] Assigned = 3,
    [Display(Name = "办理中")] InProgress = 4,
    [Display(Name = "部门办结，待验证")] Answered = 5,
    [Display(Name = "待回访")] FollowUp = 6,
    [Display(Name = "办结")] Closed = 7,
    [Display(Name = "不予受理")] NotAccepted = 8,
    [Display(Name = "已撤回")] Withdrawn = 9,
    [Display(Name = "已合并")] Merged = 10,
    [Display(Name = "已转出")] HandedOver = 11,
}

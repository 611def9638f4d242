using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Work.Public;

/// <summary>How much a line of 我的工作 presses.</summary>
public enum WorkUrgency
{
    [Display(Name = "可处理")] CanBeDone,
    [Display(Name = "待处理")] ToDo,
    [Display(Name = "请查看")] LookAtOnce,
}

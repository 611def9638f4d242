using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Where an entry of a register is.</summary>
public enum RegisterState
{
    [Display(Name = "办理中")] Open = 1,
    [Display(Name = "已完成，待销号")] Done = 2,
    [Display(Name = "已销号")] StruckOff = 3,
}

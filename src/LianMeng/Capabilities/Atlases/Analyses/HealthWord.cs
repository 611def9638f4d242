using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>How a product stands, in the order in which one looks at it.</summary>
public enum HealthWord
{
    [Display(Name = "断")] Broken = 1,
    [Display(Name = "弱")] Weak = 2,
    [Display(Name = "稳")] Sound = 3,
    [Display(Name = "强")] Strong = 4,
    [Display(Name = "未知")] Unknown = 5,
}

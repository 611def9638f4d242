using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>Where a difficulty goes on that is none any more.</summary>
public enum HandOverTarget
{
    [Display(Name = "投资项目的堵点")] InvestmentProject = 1,
    [Display(Name = "政策空白")] PolicyGap = 2,
}

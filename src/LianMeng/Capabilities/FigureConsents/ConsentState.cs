using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.FigureConsents;

/// <summary>Whether a consent holds today.</summary>
public enum ConsentState
{
    [Display(Name = "有效")] Holds = 1,
    [Display(Name = "已到期")] Over = 2,
    [Display(Name = "已撤回")] Withdrawn = 3,
}

using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Organisations;

/// <summary>What happened to a line of a list.</summary>
public enum LineStep
{
    [Display(Name = "新增")] Added = 1,
    [Display(Name = "修改")] Changed = 2,
    [Display(Name = "删去")] Removed = 3,
}

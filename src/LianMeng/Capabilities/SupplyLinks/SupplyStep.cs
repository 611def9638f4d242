using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>What one side did with a link. Kept in the ledger: a value never changes its meaning.</summary>
public enum SupplyStep
{
    [Display(Name = "申报")] Declared = 1,

    /// <summary>Says the same as the other side.</summary>
    [Display(Name = "确认")] Confirmed = 2,

    /// <summary>Says it in figures of its own, or changes them.</summary>
    [Display(Name = "更新")] Stated = 3,

    /// <summary>Says that there is no such link.</summary>
    [Display(Name = "否认")] Denied = 4,

    /// <summary>Takes its statement back.</summary>
    [Display(Name = "撤回")] Withdrawn = 5,
}

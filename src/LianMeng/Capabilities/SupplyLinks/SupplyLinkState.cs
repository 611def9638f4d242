using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>How a link is known. It follows from the statements and is never set by hand.</summary>
public enum SupplyLinkState
{
    [Display(Name = "仅买方申报")] ByBuyer = 1,
    [Display(Name = "仅卖方申报")] BySeller = 2,
    [Display(Name = "双方一致")] ByBoth = 3,

    /// <summary>Both say that there is such a link, with other figures: none of them counts until they agree.</summary>
    [Display(Name = "两方申报不一致")] Differing = 4,

    /// <summary>Nobody says so any more.</summary>
    [Display(Name = "已撤回")] Withdrawn = 5,
}

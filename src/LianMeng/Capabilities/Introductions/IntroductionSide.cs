using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Introductions;

/// <summary>One of the two firms.</summary>
public enum IntroductionSide
{
    [Display(Name = "卖方")] Seller = 1,
    [Display(Name = "买方")] Buyer = 2,
}

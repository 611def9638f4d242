using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>Which of the two firms.</summary>
public enum InquirySide
{
    [Display(Name = "采购方")] Buyer = 1,
    [Display(Name = "供应商")] Seller = 2,
}

using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Introductions;

/// <summary>Why a firm declines.</summary>
public enum DeclineReason
{
    [Display(Name = "价格")] Price = 1,
    [Display(Name = "质量或证书")] Quality = 2,
    [Display(Name = "数量")] Quantity = 3,
    [Display(Name = "交期或交货地")] Delivery = 4,
    [Display(Name = "产能")] Capacity = 5,
    [Display(Name = "已有供应或客户")] Supplied = 6,
    [Display(Name = "其他")] Other = 7,
}

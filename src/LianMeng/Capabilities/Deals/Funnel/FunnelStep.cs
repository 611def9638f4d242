using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Deals.Funnel;

/// <summary>A step of the way from a need to a payment.</summary>
public enum FunnelStep
{
    [Display(Name = "发布供需")] Posted = 1,
    [Display(Name = "推荐对接")] Suggested = 2,
    [Display(Name = "一方同意")] Offered = 3,
    [Display(Name = "双方同意")] Consented = 4,
    [Display(Name = "洽谈")] Talking = 5,
    [Display(Name = "合作见面")] Met = 6,
    [Display(Name = "签订合同")] Contract = 7,
    [Display(Name = "已交付")] Delivered = 8,
    [Display(Name = "已付款")] Paid = 9,
}

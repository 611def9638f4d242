using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Deals;

/// <summary>How far a deal has come. The number is the order, and stands in <see cref="Deal.Reached"/>: a value never changes its meaning.</summary>
public enum DealStage
{
    [Display(Name = "已见面")] Met = 1,
    [Display(Name = "达成意向")] Intent = 2,
    [Display(Name = "试样试单")] Trial = 3,
    [Display(Name = "签订合同")] Contract = 4,
    [Display(Name = "已交付")] Delivered = 5,
    [Display(Name = "已付款")] Paid = 6,
    [Display(Name = "办结")] Closed = 7,
}

using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Listings;

/// <summary>draft → open → matched → closed / expired / withdrawn.</summary>
public enum ListingState
{
    [Display(Name = "草稿")] Draft = 1,
    [Display(Name = "有效")] Open = 2,
    [Display(Name = "已对接")] Matched = 3,
    [Display(Name = "已办结")] Closed = 4,
    [Display(Name = "已过期")] Expired = 5,
    [Display(Name = "已撤回")] Withdrawn = 6,
}

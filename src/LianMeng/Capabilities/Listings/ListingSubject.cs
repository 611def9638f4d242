using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Listings;

/// <summary>What a listing is about; with <see cref="ListingKind"/> it says who seeks and who offers it.</summary>
public enum ListingSubject
{
    [Display(Name = "产品")] Product = 1,

    /// <summary>Scrap and what else falls off: behind the legal gate where its waste code is hazardous.</summary>
    [Display(Name = "副产品")] ByProduct = 2,
    [Display(Name = "富余产能")] Capacity = 3,
    [Display(Name = "技术")] Technology = 4,
    [Display(Name = "服务")] Service = 5,
    [Display(Name = "人才")] Talent = 6,
    [Display(Name = "物流")] Logistics = 7,
}

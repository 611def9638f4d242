using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Listings;

/// <summary>Which side a listing speaks for.</summary>
public enum ListingKind
{
    [Display(Name = "需求")] Demand = 1,
    [Display(Name = "供给")] Supply = 2,
}

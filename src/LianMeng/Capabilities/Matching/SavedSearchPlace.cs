using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Matching;

/// <summary>Where a saved question is asked.</summary>
public enum SavedSearchPlace
{
    [Display(Name = "找对接")] Match = 1,
    [Display(Name = "供需信息")] Listings = 2,
}

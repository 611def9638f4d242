using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Listings;

/// <summary>How far a listing is seen. Beyond the district only its published projection is.</summary>
public enum ListingVisibility
{
    /// <summary>Members of an alliance that the firm is in, and the district's officers.</summary>
    [Display(Name = "本联盟")] Alliance = 1,
    [Display(Name = "本区县")] District = 2,
    [Display(Name = "全市")] City = 3,

    /// <summary>Also without sign-in where the deployment allows it; it is off by default and then means the whole city.</summary>
    [Display(Name = "公开")] Public = 4,
}

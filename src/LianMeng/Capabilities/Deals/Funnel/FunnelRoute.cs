using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Deals.Funnel;

/// <summary>By which way a deal came about.</summary>
public enum FunnelRoute
{
    [Display(Name = "经平台对接")] Introduced = 1,

    /// <summary>The firms found each other: beside the funnel, not in its conversion.</summary>
    [Display(Name = "企业自行谈成")] Own = 2,
}

using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Deals;

/// <summary>Where a deal comes from.</summary>
public enum DealOrigin
{
    [Display(Name = "平台对接")] Introduction = 1,
    [Display(Name = "企业自行谈成")] Own = 2,
}

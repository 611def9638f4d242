using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Organisations;

/// <summary>What a site is used for.</summary>
public enum SiteKind
{
    [Display(Name = "注册地")] Registered = 1,
    [Display(Name = "生产厂区")] Production = 2,
    [Display(Name = "仓储")] Storage = 3,
    [Display(Name = "办公")] Office = 4,
}

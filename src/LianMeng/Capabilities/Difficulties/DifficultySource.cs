using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>By which way it came to the platform.</summary>
public enum DifficultySource
{
    [Display(Name = "平台登记")] Platform = 1,
    [Display(Name = "走访")] Visit = 2,
    [Display(Name = "联席会议")] Meeting = 3,
    [Display(Name = "12345 热线")] Hotline = 4,
    [Display(Name = "企业服务平台")] ServicePlatform = 5,
    [Display(Name = "群消息")] ChatGroup = 6,
}

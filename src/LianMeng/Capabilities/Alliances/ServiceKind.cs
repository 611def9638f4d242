using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Alliances;

/// <summary>What an alliance did with or for a member.</summary>
public enum ServiceKind
{
    [Display(Name = "党建活动")] Activity = 1,
    [Display(Name = "走访服务")] Visit = 2,
    [Display(Name = "产销对接")] Matchmaking = 3,
    [Display(Name = "其他服务")] Other = 4,
}

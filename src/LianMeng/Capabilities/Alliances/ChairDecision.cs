using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Alliances;

/// <summary>What the committee does with the proposal for the next chair.</summary>
public enum ChairDecision
{
    [Display(Name = "邀请")] Invite = 1,
    [Display(Name = "跳过")] Skip = 2,
}

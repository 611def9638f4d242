using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Alliances;

/// <summary>What a yearly review came to.</summary>
public enum ReviewDecision
{
    [Display(Name = "保留成员资格")] Keep = 1,
    [Display(Name = "列入复核，限期改进")] Watch = 2,
    [Display(Name = "退出联盟")] Leave = 3,
}

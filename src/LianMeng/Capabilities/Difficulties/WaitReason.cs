using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>What a pause waits for. Only while the firm itself is waited for does the firm's own clock stop, too.</summary>
public enum WaitReason
{
    [Display(Name = "等企业补充")] Firm = 1,
    [Display(Name = "等第三方")] ThirdParty = 2,
    [Display(Name = "挂账")] Deferred = 3,
}

using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Whether a post gives rights at this moment.</summary>
public enum MandateState
{
    [Display(Name = "现任")] Active,

    /// <summary>Not ended, but nobody can sign in with it: it counts again when the account is enabled.</summary>
    [Display(Name = "账号已停用")] Suspended,

    [Display(Name = "已结束")] Ended,
}

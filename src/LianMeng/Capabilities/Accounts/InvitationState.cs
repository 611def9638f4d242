using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Accounts;

/// <summary>What has become of an invitation; only an open one lets anybody in.</summary>
public enum InvitationState
{
    [Display(Name = "待接受")] Open,
    [Display(Name = "已接受")] Used,
    [Display(Name = "已过期")] Expired,
    [Display(Name = "已撤回")] Withdrawn,

    /// <summary>Whoever invited may give posts no longer: what they promised is not kept.</summary>
    [Display(Name = "已失效（邀请人不再任系统管理员）")] Lapsed,
}

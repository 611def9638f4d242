using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Why a session ended.</summary>
public enum SessionEnd
{
    [Display(Name = "退出登录")] SignedOut,
    [Display(Name = "本人在别处结束")] EndedByOwner,
    [Display(Name = "退出全部登录")] SignedOutEverywhere,
    [Display(Name = "管理员结束")] EndedByAdministrator,
    [Display(Name = "密码已更换")] PasswordChanged,
    [Display(Name = "账号已停用")] AccountDisabled,
    [Display(Name = "管理员取消了第二重验证")] SecondFactorTakenAway,
    [Display(Name = "启用了验证器，需重新登录")] SecondFactorAdded,
    [Display(Name = "在同一浏览器重新登录")] Replaced,
    [Display(Name = "职务已全部结束")] PostsEnded,
}

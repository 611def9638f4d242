using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Accounts;

/// <summary>How somebody proved who they are.</summary>
public enum SignInMethod
{
    [Display(Name = "密码")] Password,
    [Display(Name = "密码和验证码")] PasswordAndCode,
    [Display(Name = "密码和恢复码")] PasswordAndRecoveryCode,

    /// <summary>Two factors in one: the device, and the finger, face or PIN that opens it.</summary>
    [Display(Name = "通行密钥")] Passkey,
}

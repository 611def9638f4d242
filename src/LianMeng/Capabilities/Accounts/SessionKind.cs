using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Accounts;

/// <summary>What carries a session.</summary>
public enum SessionKind
{
    [Display(Name = "浏览器")] Browser,
    [Display(Name = "接口令牌")] Token,
}

using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Notices.Public;

/// <summary>What a notice is about.</summary>
public enum NoticeKind
{
    [Display(Name = "新的对接")] NewMatch,
    [Display(Name = "对接汇总")] MatchDigest,
    [Display(Name = "供需即将到期")] ListingExpiring,
    [Display(Name = "供需已到期")] ListingExpired,
    [Display(Name = "处理完成")] OperationDone,
    [Display(Name = "处理失败")] OperationFailed,
    [Display(Name = "通知")] General,
    [Display(Name = "保存的查找")] SavedSearch,
}

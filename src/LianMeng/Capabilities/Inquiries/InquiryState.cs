using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>How far an inquiry has come.</summary>
public enum InquiryState
{
    [Display(Name = "待报价")] Sent = 1,

    /// <summary>At least one line has a price.</summary>
    [Display(Name = "已报价")] Answered = 2,
    [Display(Name = "已谢绝")] Declined = 3,

    /// <summary>The last day passed and nobody had answered.</summary>
    [Display(Name = "已过期")] Expired = 4,

    /// <summary>The asking firm ended it.</summary>
    [Display(Name = "已结束")] Closed = 5,
}

using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Deals;

/// <summary>How a deal stands beside its stage. It follows from what the two sides said and is never set by hand.</summary>
public enum DealCondition
{
    [Display(Name = "进行中")] Running = 1,

    /// <summary>Both confirmed that it is closed.</summary>
    [Display(Name = "已办结")] Closed = 2,
    [Display(Name = "未成")] Failed = 3,

    /// <summary>One side objects: out of all figures until it says that it is settled.</summary>
    [Display(Name = "有争议")] Disputed = 4,

    /// <summary>Its two firms turned out to be one.</summary>
    [Display(Name = "作废")] Void = 5,
}

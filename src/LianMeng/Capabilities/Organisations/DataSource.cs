using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Organisations;

/// <summary>How a firm's data came in.</summary>
public enum DataSource
{
    [Display(Name = "名册导入")] Roster = 1,
    [Display(Name = "页面填写")] Form = 2,

    /// <summary>By the firm's own people.</summary>
    [Display(Name = "企业填报")] Firm = 3,
}

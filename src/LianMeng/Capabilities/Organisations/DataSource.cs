using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Organisations;

/// <summary>How a firm's data came in.</summary>
public enum DataSource
{
    [Display(Name = "名册导入")] Roster = 1,
    [Display(Name = "页面填写")] Form = 2,
}

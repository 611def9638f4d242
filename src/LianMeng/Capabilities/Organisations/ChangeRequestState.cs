using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Organisations;

/// <summary>What became of a firm's wish to change its name, code or region.</summary>
public enum ChangeRequestState
{
    [Display(Name = "待核准")] Pending = 1,
    [Display(Name = "已核准")] Approved = 2,
    [Display(Name = "未核准")] Refused = 3,
    [Display(Name = "已撤回")] Withdrawn = 4,
}

using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>交办 to units under the district; 商请 to vertical and outside bodies, who are reminded but neither rated nor ruled over.</summary>
public enum AssignmentMode
{
    [Display(Name = "交办")] Assigned = 1,
    [Display(Name = "商请")] Requested = 2,
}

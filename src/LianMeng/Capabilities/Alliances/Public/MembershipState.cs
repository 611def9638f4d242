using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Alliances.Public;

/// <summary>动态管理: where a membership is. Who is under review is still a member.</summary>
public enum MembershipState
{
    [Display(Name = "已申请")] Applied = 1,
    [Display(Name = "已批准")] Approved = 2,
    [Display(Name = "正式成员")] Active = 3,
    [Display(Name = "复核中")] UnderReview = 4,
    [Display(Name = "已退出")] Left = 5,
}

using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Alliances;

/// <summary>The four tiers by which an alliance is run.</summary>
public enum AllianceTier
{
    [Display(Name = "区县专员：看情况、提醒")] District = 1,
    [Display(Name = "部门：支持")] Departments = 2,
    [Display(Name = "联盟委员会：办理")] Committee = 3,
    [Display(Name = "企业党组织：落实")] Firms = 4,
}

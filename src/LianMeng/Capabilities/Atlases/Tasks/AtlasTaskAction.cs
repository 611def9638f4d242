using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Atlases.Tasks;

/// <summary>What is to come of a finding.</summary>
public enum AtlasTaskAction
{
    [Display(Name = "牵线")] Introduce = 1,
    [Display(Name = "招商线索")] InvestmentLead = 2,
    [Display(Name = "难题")] Difficulty = 3,
    [Display(Name = "请企业申报")] Ask = 4,
}

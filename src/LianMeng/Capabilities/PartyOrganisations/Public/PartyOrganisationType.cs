using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.PartyOrganisations.Public;

/// <summary>What a Party organisation is by the Party's constitution.</summary>
public enum PartyOrganisationType
{
    [Display(Name = "党委")] Committee = 1,
    [Display(Name = "党总支")] GeneralBranch = 2,
    [Display(Name = "党支部")] Branch = 3,
    [Display(Name = "联合党支部")] JointBranch = 4,
}

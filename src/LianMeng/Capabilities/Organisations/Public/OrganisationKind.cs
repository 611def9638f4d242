using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Organisations.Public;

/// <summary>What an organisation of the register is. Only enterprises are counted as firms.</summary>
public enum OrganisationKind
{
    [Display(Name = "企业")] Enterprise = 1,
    [Display(Name = "部门")] Department = 2,
    [Display(Name = "银行")] Bank = 3,
    [Display(Name = "学校")] School = 4,
    [Display(Name = "协会")] Association = 5,
    [Display(Name = "园区")] Park = 6,
    [Display(Name = "镇街")] Township = 7,
    [Display(Name = "平台公司")] PlatformCompany = 8,
}

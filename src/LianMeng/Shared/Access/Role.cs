using System.ComponentModel.DataAnnotations;

namespace LianMeng.Shared.Access;

/// <summary>The posts a mandate can give. Rights follow from them (see each capability's permissions); there are no Identity roles.</summary>
public enum Role
{
    [Display(Name = "系统管理员")] SystemAdministrator = 1,
    [Display(Name = "市级专员")] CityOfficer = 2,
    [Display(Name = "区县专员")] DistrictOfficer = 3,
    [Display(Name = "联盟书记")] AllianceSecretary = 4,
    [Display(Name = "企业负责人")] EnterpriseManager = 5,
    [Display(Name = "审计员")] Auditor = 6,
}

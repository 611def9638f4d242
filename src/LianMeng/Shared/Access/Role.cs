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
    [Display(Name = "联盟副书记")] DeputySecretary = 7,
    [Display(Name = "委员")] CommitteeMember = 8,
    [Display(Name = "包链领导")] ChainLeader = 9,
    [Display(Name = "驻链指导员")] PartyInstructor = 10,
    [Display(Name = "服务专员")] ServiceCommissioner = 11,
    [Display(Name = "单位联络员")] Liaison = 12,
    [Display(Name = "采购专员")] PurchasingClerk = 13,
    [Display(Name = "人事专员")] PersonnelClerk = 14,
    [Display(Name = "党务专员")] PartyClerk = 15,
}

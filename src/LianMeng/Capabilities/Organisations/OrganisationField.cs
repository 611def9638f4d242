using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Organisations;

/// <summary>The single details of an organisation: as a change names them, and as their origins are kept. Lists (products, qualifications …) have an origin a row.</summary>
public enum OrganisationField
{
    [Display(Name = "统一社会信用代码")] Uscc = 1,
    [Display(Name = "名称")] Name,
    [Display(Name = "单位类型")] Kind,
    [Display(Name = "行政区划代码")] RegionCode,
    [Display(Name = "地址")] Address,
    [Display(Name = "行业代码")] IndustryCode,
    [Display(Name = "从业人员")] Staff,
    [Display(Name = "营业收入(万元)")] Revenue,
    [Display(Name = "资产总额(万元)")] Assets,
    [Display(Name = "所属产业链")] Chain,
    [Display(Name = "数据年份")] DataYear,
    [Display(Name = "园区/镇街")] Park,
}

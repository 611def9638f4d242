using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>What it is about.</summary>
public enum DifficultyCategory
{
    [Display(Name = "用地厂房")] Land = 1,
    [Display(Name = "用电用水用气")] Energy = 2,
    [Display(Name = "道路物流")] Roads = 3,
    [Display(Name = "用工")] Labour = 4,
    [Display(Name = "融资")] Finance = 5,
    [Display(Name = "审批手续")] Permits = 6,
    [Display(Name = "政策兑现")] Policy = 7,
    [Display(Name = "环保安全")] Environment = 8,
    [Display(Name = "市场订单")] Market = 9,
    [Display(Name = "技术创新")] Technology = 10,
    [Display(Name = "税费")] Taxes = 11,
    [Display(Name = "员工生活")] DailyLife = 12,
    [Display(Name = "其他")] Other = 13,
}

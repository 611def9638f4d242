using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Matching;

/// <summary>What a firm's register says of its products, as far as it is understood.</summary>
public enum FirmNaming
{
    [Display(Name = "有认得的")] Known,
    [Display(Name = "一个都不认得")] Unknown,
    [Display(Name = "没有写产品")] None,
}

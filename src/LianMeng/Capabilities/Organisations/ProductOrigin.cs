using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Where a firm buys something today.</summary>
public enum ProductOrigin
{
    [Display(Name = "本地")] Local = 1,
    [Display(Name = "外地")] Outside = 2,
}

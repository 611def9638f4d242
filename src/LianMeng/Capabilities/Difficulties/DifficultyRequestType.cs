using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>What a unit may ask leave for.</summary>
public enum DifficultyRequestType
{
    [Display(Name = "延期")] Extension = 1,
    [Display(Name = "挂账")] Deferral = 2,
}

using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Organisations;

/// <summary>What a contact is asked about.</summary>
public enum ContactPurpose
{
    [Display(Name = "负责人")] Head = 1,
    [Display(Name = "采购")] Purchasing = 2,
    [Display(Name = "人事")] Personnel = 3,
    [Display(Name = "党务")] Party = 4,
    [Display(Name = "其他")] Other = 5,
}

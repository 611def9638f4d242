using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.ByProductUses;

/// <summary>Why a receiver may take a hazardous code.</summary>
public enum HazardousRightKind
{
    [Display(Name = "危险废物经营许可证")] Permit = 1,
    [Display(Name = "豁免（金属回收、点对点等）")] Exemption = 2,
}

using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Atlases;

/// <summary>What a new atlas begins with.</summary>
public enum AtlasStart
{
    [Display(Name = "产业链骨架")] Chain = 1,
    [Display(Name = "一种产品的上下游")] Product = 2,
    [Display(Name = "空白")] Empty = 3,
}

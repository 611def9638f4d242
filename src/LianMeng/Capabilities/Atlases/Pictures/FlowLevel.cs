using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>What the bands of a flow picture lead from and to.</summary>
public enum FlowLevel
{
    [Display(Name = "环节之间")] Stages = 1,
    [Display(Name = "产品之间")] Products = 2,
}

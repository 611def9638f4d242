using System.ComponentModel.DataAnnotations;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Atlases;

/// <summary><see cref="ProductKind"/> as forms offer it.</summary>
public enum NodeKind
{
    [Display(Name = "原材料")] Material = ProductKind.Material,
    [Display(Name = "工艺")] Process = ProductKind.Process,
    [Display(Name = "产品")] Product = ProductKind.Product,
    [Display(Name = "副产品")] ByProduct = ProductKind.ByProduct,
    [Display(Name = "装备")] Equipment = ProductKind.Equipment,
    [Display(Name = "服务")] Service = ProductKind.Service,
}

using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Organisations;

/// <summary>What a firm has to do with a product.</summary>
public enum ProductRole
{
    [Display(Name = "主营产品")] Makes = 1,
    [Display(Name = "采购产品")] Buys = 2,
    [Display(Name = "副产品")] ByProduct = 3,
}

public static class ProductRoleWords
{
    public static string Title(this ProductRole role) => role switch
    {
        ProductRole.Makes => "主营产品",
        ProductRole.Buys => "采购产品",
        _ => "副产品",
    };

    /// <summary>What the quantity a year is called.</summary>
    public static string QuantityTitle(this ProductRole role) => role switch
    {
        ProductRole.Makes => "年产能",
        ProductRole.Buys => "年采购量",
        _ => "年产生量",
    };
}

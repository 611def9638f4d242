using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Organisations;

/// <summary>The lists of an organisation.</summary>
public enum OrganisationPart
{
    [Display(Name = "主营产品")] Makes = 1,
    [Display(Name = "采购产品")] Buys = 2,
    [Display(Name = "副产品")] ByProduct = 3,
    [Display(Name = "资质")] Qualification = 4,
    [Display(Name = "联系人")] Contact = 5,
    [Display(Name = "厂区")] Site = 6,
}

internal static class OrganisationParts
{
    public static OrganisationPart Of(ProductRole role) => role switch
    {
        ProductRole.Makes => OrganisationPart.Makes,
        ProductRole.Buys => OrganisationPart.Buys,
        _ => OrganisationPart.ByProduct,
    };
}

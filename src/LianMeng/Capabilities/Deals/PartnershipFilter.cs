using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Deals;

/// <summary>Whose partnerships.</summary>
public sealed class PartnershipFilter : ListFilter
{
    [Display(Name = "联盟")]
    public Guid? AllianceId { get; set; }

    [Display(Name = "区县")]
    public Guid? DistrictId { get; set; }

    [Display(Name = "企业")]
    public Guid? OrganisationId { get; set; }
}

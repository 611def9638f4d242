using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Deals.Funnel;

/// <summary>Which funnel: what began within the days, both included.</summary>
public interface IFunnelFilter
{
    DateOnly? From { get; set; }
    DateOnly? To { get; set; }
    Guid? AllianceId { get; set; }
    Guid? DistrictId { get; set; }
}

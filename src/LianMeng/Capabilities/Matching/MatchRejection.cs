using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Matching;

/// <summary>Why a counterpart does not fit.</summary>
public enum RejectionReason
{
    [Display(Name = "规格、牌号不符")] Specification = 1,
    [Display(Name = "价格不合适")] Price = 2,
    [Display(Name = "数量、产能不够")] Capacity = 3,
    [Display(Name = "距离、交期不合适")] Distance = 4,
    [Display(Name = "不做这个产品")] NotTheirs = 5,
    [Display(Name = "其他")] Other = 9,
}

/// <summary>A person said that this counterpart does not suit this listing: it ranks lower there, and nowhere else.</summary>
public sealed class MatchRejection : IDistrictOwned
{
    private MatchRejection() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid ListingId { get; private set; }

    /// <summary>The firm, or the listing where no firm is named.</summary>
    public Guid CounterpartId { get; private set; }
    public RejectionReason Reason { get; private set; }
    public string? Note { get; private set; }
    public Guid? By { get; private set; }
    public DateTime At { get; private set; }

    public static MatchRejection Of(Guid districtId, Guid listingId, Guid counterpartId, RejectionReason reason, string? note, Guid? by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(), DistrictId = districtId, ListingId = listingId, CounterpartId = counterpartId, Reason = reason, Note = note, By = by, At = now,
    };

    /// <summary>The counterpart turned out to be another entry of the register.</summary>
    internal void BeOf(Guid counterpartId) => CounterpartId = counterpartId;
}

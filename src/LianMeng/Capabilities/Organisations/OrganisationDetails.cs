using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Secrets;

namespace LianMeng.Capabilities.Organisations;

/// <summary>
/// What somebody states about a firm, already checked. Null means "not stated": it changes nothing, so a roster with few
/// columns never wipes what is known.
/// </summary>
public sealed record OrganisationDetails
{
    /// <summary>True for a form that shows every field: what came back empty was emptied, it was not left out.</summary>
    public bool IsWhole { get; init; }

    public required string Name { get; init; }

    /// <summary>The firm of the register that is meant, where it was found by likeness or by a person's word; its name stays then.</summary>
    public Guid? Found { get; init; }

    public OrganisationKind? Kind { get; init; }
    public string? Uscc { get; init; }
    public string? RegionCode { get; init; }
    public string? Address { get; init; }
    public string? Park { get; init; }
    public string? IndustryCode { get; init; }
    public int? Staff { get; init; }
    public decimal? Revenue { get; init; }
    public decimal? Assets { get; init; }
    public int? DataYear { get; init; }
    public string? ContactName { get; init; }
    /// <summary>Sealed before anybody else sees it.</summary>
    public SealedValue? ContactPhone { get; init; }
    public string? Chain { get; init; }

    /// <summary>A role that is absent is not stated; an empty list states "none".</summary>
    public IReadOnlyDictionary<ProductRole, IReadOnlyList<string>> Products { get; init; } = new Dictionary<ProductRole, IReadOnlyList<string>>();

    public IReadOnlyList<string>? Qualifications { get; init; }
}

namespace LianMeng.Tests.World;

/// <summary>Ids and names of the world that every clone starts with.</summary>
public sealed record Known
{
    public required Guid Tongliang { get; init; }
    public required Guid Jiulongpo { get; init; }

    /// <summary>One person per post; the district's posts are in 铜梁区.</summary>
    public required Person Admin { get; init; }
    public required Person City { get; init; }
    public required Person Auditor { get; init; }
    public required Person Officer { get; init; }
    public required Person Secretary { get; init; }
    public required Person Manager { get; init; }

    /// <summary>The same posts in 九龙坡区.</summary>
    public required Person ForeignOfficer { get; init; }
    public required Person ForeignSecretary { get; init; }
    public required Person ForeignManager { get; init; }

    /// <summary>The manager's firm, and another of the same district.</summary>
    public required Guid Firm { get; init; }
    public required Guid Neighbour { get; init; }

    /// <summary>What the district's secretary imported in the background.</summary>
    public required Guid Operation { get; init; }
    public required string Upload { get; init; }

    /// <summary>What the secretary was told of it, unread.</summary>
    public required Guid Notice { get; init; }

    /// <summary>A firm of 九龙坡区 with a canary in every text, and what its secretary left there.</summary>
    public required Guid ForeignFirm { get; init; }
    public required Guid ForeignOperation { get; init; }
    public required string ForeignUpload { get; init; }
    public required Guid ForeignNotice { get; init; }

    /// <summary>An open demand of the manager's firm, for the district.</summary>
    public required Guid Listing { get; init; }

    /// <summary>Of 九龙坡区: a listing for that district alone with a canary in every text, and one for the city whose private fields hold canaries.</summary>
    public required Guid ForeignListing { get; init; }
    public required Guid PublishedListing { get; init; }

    /// <summary>Listings that the district's secretary previewed from a file, and what the other's did.</summary>
    public required Guid ListingOperation { get; init; }
    public required string ListingUpload { get; init; }
    public required Guid ForeignListingOperation { get; init; }
    public required string ForeignListingUpload { get; init; }

    /// <summary>A picture of the manager's firm, a text of its listing, and what the firm of 九龙坡区 has, whose name and text hold a canary.</summary>
    public required Guid File { get; init; }
    public required Guid ListingFile { get; init; }
    public required Guid ForeignFile { get; init; }

    /// <summary>An alliance that runs with the manager's firm as its one member, whose Party organisation is invited to the chair; an entry of its registers.</summary>
    public required AllianceKnown Own { get; init; }

    /// <summary>The same of 九龙坡区, with a canary in every text.</summary>
    public required AllianceKnown Foreign { get; init; }

    /// <summary>A published atlas around 铝合金锭 whose draft has an alias more, and a task that came of it.</summary>
    public required AtlasKnown Atlas { get; init; }

    /// <summary>The same of 九龙坡区, with a canary in every text.</summary>
    public required AtlasKnown ForeignAtlas { get; init; }
    /// <summary>What the manager's firm states beside the register: that it supplies the other firm of the district, what by-products it takes, whom it authorised.</summary>
    public required FactsKnown OwnFacts { get; init; }

    /// <summary>The same of 九龙坡区, with a canary in every text.</summary>
    public required FactsKnown ForeignFacts { get; init; }

    public IReadOnlyList<Person> OwnPeople => [Admin, City, Auditor, Officer, Secretary, Manager];
}

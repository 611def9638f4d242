using LianMeng.Capabilities.Listings;

namespace LianMeng.Host.Demonstration;

/// <summary>What a firm of the demonstration asks for or offers, to be posted as a listing.</summary>
internal sealed record InventedListing
{
    public required ListingKind Kind { get; init; }

    public required ListingSubject Subject { get; init; }

    /// <summary>Of hazardous waste.</summary>
    public string? WasteCode { get; init; }

    /// <summary>The firm's place in <see cref="InventedFirms.All"/> of the region.</summary>
    public required int Firm { get; init; }

    public required string FirmName { get; init; }

    /// <summary>At most 100 characters.</summary>
    public required string Title { get; init; }

    /// <summary>One to three sentences, at most 2000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>The product in the firm's words.</summary>
    public required string Product { get; init; }

    /// <summary>Its key in the product graph; null when the graph knows none.</summary>
    public required string? ProductKey { get; init; }

    public required decimal Quantity { get; init; }
    public required string Unit { get; init; }

    /// <summary>元 per unit; null when the firm names none.</summary>
    public required decimal? Price { get; init; }

    public required IReadOnlyList<string> Certificates { get; init; }

    /// <summary>GB/T 2260, where it is to be delivered or stands.</summary>
    public required string Region { get; init; }

    /// <summary>The last day on which it stands, in days from today.</summary>
    public required int ValidForDays { get; init; }

    public required ListingVisibility Visibility { get; init; }
    /// <summary>What becomes of it after it was posted.</summary>
    public required ListingState Then { get; init; }
}

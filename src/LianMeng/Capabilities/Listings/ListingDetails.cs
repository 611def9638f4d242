namespace LianMeng.Capabilities.Listings;

/// <summary>What a listing says, already checked.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="WasteCode">Of a by-product that is waste, as the national list writes it.</param>
/// <param name="Product">As the poster calls it; null when the title says it all.</param>
/// <param name="Quantity">In <paramref name="Unit"/>.</param>
/// <param name="QuantityPublic">Other districts see the quantity too.</param>
/// <param name="Price">Yuan per unit; never shown to other firms.</param>
/// <param name="Certificates">Required by a demand, held by a supply.</param>
/// <param name="RegionCode">GB/T 2260: where it is to be delivered, or from where.</param>
/// <param name="ValidUntil">The last day, in China, on which it stands.</param>
public sealed record ListingDetails(
    ListingKind Kind, ListingSubject Subject, string Title, string? Text, string? Product, string? WasteCode, decimal? Quantity, string? Unit, bool QuantityPublic, decimal? Price,
    IReadOnlyList<string> Certificates, string? RegionCode, DateOnly ValidUntil, ListingVisibility Visibility);

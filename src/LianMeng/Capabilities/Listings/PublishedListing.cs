using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Listings;

/// <summary>
/// What other districts see of an open listing whose visibility is the city or the public: no contacts, no price, no quantity
/// that its poster keeps to himself. Written by <see cref="Listing"/> alone.
/// </summary>
public sealed class PublishedListing : IPublished
{
    internal PublishedListing() { }

    /// <summary>The listing's.</summary>
    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid? OrganisationId { get; private set; }
    public ListingKind Kind { get; private set; }
    public ListingSubject Subject { get; private set; }
    public string Title { get; private set; } = "";
    public string? Text { get; private set; }
    public string? Product { get; private set; }
    public decimal? Quantity { get; private set; }
    public string? Unit { get; private set; }
    public string CertificateLines { get; private set; } = "";
    public string? RegionCode { get; private set; }
    public DateOnly ValidUntil { get; private set; }
    public ListingVisibility Visibility { get; private set; }
    public ListingState State { get; private set; }
    public DateTime UpdatedAt { get; private set; }
    public string SearchText { get; private set; } = "";

    internal PublishedListing Follow(Listing listing)
    {
        Id = listing.Id;
        DistrictId = listing.DistrictId;
        OrganisationId = listing.OrganisationId;
        Kind = listing.Kind;
        Subject = listing.Subject;
        Title = ContactMask.Hide(listing.Title);
        Text = listing.Text is null ? null : ContactMask.Hide(listing.Text);
        Product = listing.Product is null ? null : ContactMask.Hide(listing.Product);
        Quantity = listing.QuantityPublic ? listing.Quantity : null;
        Unit = listing.QuantityPublic ? listing.Unit : null;
        CertificateLines = listing.CertificateLines;
        RegionCode = listing.RegionCode;
        ValidUntil = listing.ValidUntil;
        Visibility = listing.Visibility;
        State = listing.State;
        UpdatedAt = listing.UpdatedAt;
        SearchText = Listing.SearchTextOf(Title, Product);
        return this;
    }
}

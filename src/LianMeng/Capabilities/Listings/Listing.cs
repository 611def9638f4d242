using System.Security.Cryptography;
using System.Text;
using LianMeng.Engine.Text;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Scope;
using LianMeng.Shared.Text;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Listings;

/// <summary>
/// 供需信息: what a firm needs or offers, until a day. Whatever changes it also brings its published projection up to date, so
/// that the two can never be saved apart.
/// </summary>
public sealed class Listing : IDistrictOwned, IVersioned
{
    private Listing() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }

    /// <summary>The firm it speaks for; none when the district's office speaks for one that is not named.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>Who posted it; none for the console.</summary>
    public Guid? PostedBy { get; private set; }

    public ListingKind Kind { get; private set; }
    public ListingSubject Subject { get; private set; }

    /// <summary>Of a by-product that is waste.</summary>
    public string? WasteCode { get; private set; }

    /// <summary>The same where it is of the hazardous list: such a listing stands behind the legal gate.</summary>
    public string? HazardousCode { get; private set; }

    public string Title { get; private set; } = "";
    public string? Text { get; private set; }
    public string? Product { get; private set; }
    public decimal? Quantity { get; private set; }
    public string? Unit { get; private set; }
    public bool QuantityPublic { get; private set; }

    /// <summary>Yuan per unit. Only the firm itself and the officers who may act for it.</summary>
    public decimal? Price { get; private set; }

    /// <summary>One a line.</summary>
    public string CertificateLines { get; private set; } = "";
    public string? RegionCode { get; private set; }
    public DateOnly ValidUntil { get; private set; }
    public ListingVisibility Visibility { get; private set; }
    public ListingState State { get; private set; }

    /// <summary>Why it was withdrawn or closed.</summary>
    public string? Reason { get; private set; }

    public DateTime PostedAt { get; private set; }
    public DateTime UpdatedAt { get; private set; }

    /// <summary>What the search box looks through.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Same poster, same words: unique while it lives, so that one need is not posted five hundred times.</summary>
    public string? LiveKey { get; private set; }

    /// <summary>What other districts see; none while they see nothing.</summary>
    public PublishedListing? Published { get; private set; }

    public IReadOnlyList<string> Certificates => CertificateLines.Length == 0 ? [] : CertificateLines.Split('\n');

    /// <summary>Draft, open or matched: it can still be changed.</summary>
    public bool IsLive => State is ListingState.Draft or ListingState.Open or ListingState.Matched;

    public bool IsSeenBeyondDistrict => State == ListingState.Open && Visibility >= ListingVisibility.City;

    /// <summary>It stands: somebody may answer it today.</summary>
    public bool StandsOn(DateOnly day) => State == ListingState.Open && ValidUntil >= day;

    public static Listing Post(Guid districtId, Guid? organisationId, Guid? postedBy, ListingDetails details, bool draft, DateTime now)
    {
        var listing = new Listing
        {
            Id = Guid.CreateVersion7(),
            DistrictId = districtId,
            OrganisationId = organisationId,
            PostedBy = postedBy,
            PostedAt = now,
            State = draft ? ListingState.Draft : ListingState.Open,
        };
        listing.Apply(details, now);
        return listing;
    }

    /// <summary>Field by field what became different. Of the price only that it did: the ledger is read by more than may see it.</summary>
    public IReadOnlyList<FieldChange> Change(ListingDetails details, DateTime now)
    {
        var changes = new List<FieldChange>();
        void Text(string field, string? before, string? after) { if ((before ?? "") != (after ?? "")) changes.Add(new(field, before, after)); }

        Text("类型", ListExport.Words(Kind), ListExport.Words(details.Kind));
        Text("标的类别", ListExport.Words(Subject), ListExport.Words(details.Subject));
        Text("废物代码", WasteCode, details.WasteCode);
        // A fact carries no telephone, and people write theirs into the text.
        Text("标题", ContactMask.Hide(Title), ContactMask.Hide(details.Title));
        Text("说明", ContactMask.Hide(this.Text ?? ""), ContactMask.Hide(details.Text ?? ""));
        if (changes.Count == 0 && (Title != details.Title || (this.Text ?? "") != (details.Text ?? ""))) changes.Add(new("说明", null, null));
        Text("产品", Product, details.Product);
        Text("数量", Amount(Quantity, Unit), Amount(details.Quantity, details.Unit));
        if (QuantityPublic != details.QuantityPublic) changes.Add(new("向其他区县公开数量", QuantityPublic ? "是" : "否", details.QuantityPublic ? "是" : "否"));
        if (Price != details.Price) changes.Add(new("价格", null, null));
        Text("证书", string.Join("；", Certificates), string.Join("；", details.Certificates));
        Text("地区", RegionCode, details.RegionCode);
        Text("有效期至", ValidUntil.ToString("yyyy-MM-dd"), details.ValidUntil.ToString("yyyy-MM-dd"));
        Text("可见范围", ListExport.Words(Visibility), ListExport.Words(details.Visibility));
        if (changes.Count > 0) Apply(details, now);
        return changes;
    }

    /// <returns>false when its state does not allow the move</returns>
    public bool Open(DateTime now) => Move(ListingState.Open, State is ListingState.Draft or ListingState.Matched, null, now);

    /// <inheritdoc cref="Open"/>
    public bool Match(DateTime now) => Move(ListingState.Matched, State == ListingState.Open, null, now);

    /// <inheritdoc cref="Open"/>
    public bool Close(string? reason, DateTime now) => Move(ListingState.Closed, State is ListingState.Open or ListingState.Matched or ListingState.Expired, reason, now);

    /// <inheritdoc cref="Open"/>
    public bool Withdraw(string? reason, DateTime now) => Move(ListingState.Withdrawn, IsLive, reason, now);

    /// <inheritdoc cref="Open"/>
    public bool Expire(DateOnly today, DateTime now) => Move(ListingState.Expired, IsLive && ValidUntil < today, null, now);

    /// <summary>Another term for what is open or has run out.</summary>
    /// <inheritdoc cref="Open"/>
    public bool Renew(DateOnly until, DateTime now)
    {
        if (State is not (ListingState.Open or ListingState.Expired)) return false;
        ValidUntil = until;
        return Move(ListingState.Open, allowed: true, null, now);
    }

    /// <summary>The firm it speaks for turned out to be another entry of the register.</summary>
    internal void BelongTo(Guid organisationId)
    {
        OrganisationId = organisationId;
        Settle();
    }

    /// <summary>The <see cref="LiveKey"/> that it would have as another firm's.</summary>
    internal string LiveKeyOf(Guid organisationId) => KeyOf(organisationId, Kind, Title, Product, Text, Quantity, Unit);

    private bool Move(ListingState to, bool allowed, string? reason, DateTime now)
    {
        if (!allowed) return false;
        State = to;
        Reason = reason;
        UpdatedAt = now;
        Settle();
        return true;
    }

    private void Apply(ListingDetails details, DateTime now)
    {
        Kind = details.Kind;
        Subject = details.Subject;
        WasteCode = details.WasteCode;
        HazardousCode = Engine.ChainGraph.WasteCode.TryParse(details.WasteCode, out var code, out _) && code.IsHazardous ? code.Text : null;
        Title = details.Title;
        Text = details.Text;
        Product = details.Product;
        Quantity = details.Quantity;
        Unit = details.Unit;
        QuantityPublic = details.QuantityPublic;
        Price = details.Price;
        CertificateLines = string.Join('\n', details.Certificates);
        RegionCode = details.RegionCode;
        ValidUntil = details.ValidUntil;
        Visibility = details.Visibility;
        UpdatedAt = now;
        SearchText = SearchTextOf(Title, Product);
        Settle();
    }

    /// <summary>What follows from every change.</summary>
    private void Settle()
    {
        LiveKey = IsLive ? KeyOf(OrganisationId, Kind, Title, Product, Text, Quantity, Unit) : null;
        Published = IsSeenBeyondDistrict ? (Published ?? new PublishedListing()).Follow(this) : null;
    }

    /// <summary>The <see cref="LiveKey"/> that a listing of this firm with these words has.</summary>
    internal static string KeyOf(Guid? organisationId, ListingDetails details)
        => KeyOf(organisationId, details.Kind, details.Title, details.Product, details.Text, details.Quantity, details.Unit);

    private static string KeyOf(Guid? organisationId, ListingKind kind, string title, string? product, string? text, decimal? quantity, string? unit)
    {
        // 200 and 200.0 are one quantity
        var said = string.Join('\u001f', organisationId, kind, ShortText.Normalise(title), ShortText.Normalise(product ?? ""), ShortText.Normalise(text ?? ""), quantity / 1.000000000000000000000000000000000m, unit);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)));
    }

    internal static string SearchTextOf(string title, string? product)
    {
        var words = $"{title} {product}";
        var text = $"{words.ToLowerInvariant()} {Pinyin.Initials(words)} {Pinyin.Full(words)}";
        return text.Length <= 1200 ? text : text[..(char.IsHighSurrogate(text[1199]) ? 1199 : 1200)];
    }

    private static string? Amount(decimal? quantity, string? unit) => quantity is { } number ? $"{number:0.####} {unit}".TrimEnd() : null;
}

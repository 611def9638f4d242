using LianMeng.Engine.Standards;
using LianMeng.Capabilities.Introductions.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Listings;

/// <summary>One listing: of another district its published projection, of the own one what the actor may see of it.</summary>
public sealed class ShowListing(UseCaseContext context, FirmDirectory firms, PriceConsents consents, LedgerTimeline timeline) : Show<ShowListing.Input, ShowListing.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public sealed record View
    {
        public required Guid Id { get; init; }

        /// <summary>Null for those who may not change it.</summary>
        public Guid? Version { get; init; }
        public required ListingKind Kind { get; init; }
        public required ListingSubject Subject { get; init; }

        /// <summary>Of a by-product that is waste.</summary>
        public string? WasteCode { get; init; }
        public required string Title { get; init; }
        public string? Text { get; init; }
        public string? Product { get; init; }
        public decimal? Quantity { get; init; }
        public string? Unit { get; init; }
        public bool? QuantityPublic { get; init; }

        /// <summary>Yuan per unit; null for those who may not see it: only the firm itself, officers who act for it, and a firm with which it agreed to talk about this listing.</summary>
        public decimal? Price { get; init; }
        public IReadOnlyList<string> Certificates { get; init; } = [];

        /// <summary>GB/T 2260 code.</summary>
        public string? Region { get; init; }
        public string? RegionName { get; init; }
        public required DateOnly ValidUntil { get; init; }
        public required ListingVisibility Visibility { get; init; }
        public required ListingState State { get; init; }
        public string? Reason { get; init; }
        public Guid? OrganisationId { get; init; }
        public required string OrganisationName { get; init; }
        public required string District { get; init; }

        /// <summary>A listing of another district: its firm has no page here.</summary>
        public required bool Elsewhere { get; init; }
        public required DateTime UpdatedAt { get; init; }
        public required bool MayChange { get; init; }

        /// <summary>To paste into a chat group; the address of its page is put behind it. Null for those who do not act for it, and for what is not for a group.</summary>
        public string? GroupText { get; init; }

        /// <summary>Days until it ends; negative when it has.</summary>
        public required int DaysLeft { get; init; }
        public IReadOnlyList<LedgerTimeline.Line> Timeline { get; init; } = [];
    }

    public override Access Access => Access.Needs(ListingsCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(Now);
        var row = await new ListingRows(Db, Actor, firms).Seen(today).FirstOrDefaultAsync(r => r.Id == input.Id, cancellation);
        if (row is null) return null;

        var listing = await Db.Set<Listing>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == input.Id, cancellation);
        var mayChange = listing is not null && Actor.MayChange(listing);
        var seesHistory = mayChange || (listing is not null && Actor.SeesAll());
        var seesPrice = mayChange || (listing?.Price is not null && Actor.OrganisationId is { } own && await consents.MayAsync(listing.Id, own, cancellation));
        return new View
        {
            Id = row.Id,
            Version = mayChange ? listing!.Version : null,
            Kind = row.Kind,
            Subject = row.Subject,
            WasteCode = row.WasteCode,
            Title = row.Title,
            Text = row.Text,
            Product = row.Product,
            Quantity = row.Quantity,
            Unit = row.Unit,
            QuantityPublic = mayChange ? listing!.QuantityPublic : null,
            Price = seesPrice ? listing!.Price : null,
            Certificates = row.Certificates.Length == 0 ? [] : row.Certificates.Split('\n'),
            Region = row.Region,
            RegionName = row.Region is { } code ? Region.Find(code)?.Current.Name : null,
            ValidUntil = row.ValidUntil,
            Visibility = row.Visibility,
            State = row.State,
            Reason = seesHistory ? listing!.Reason : null,
            OrganisationId = row.OrganisationId,
            OrganisationName = row.OrganisationName,
            District = row.District,
            Elsewhere = listing is null,
            UpdatedAt = row.UpdatedAt,
            MayChange = mayChange,
            GroupText = mayChange ? ListingGroupText.Of(listing!, today) : null,
            DaysLeft = row.ValidUntil.DayNumber - today.DayNumber,
            Timeline = seesHistory ? await timeline.OfAsync(row.Id, cancellation) : [],
        };
    }
}

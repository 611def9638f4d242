using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.ByProductUses.Public;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Listings;

/// <summary>The listings an actor sees: the own districts' by their visibility, hazardous waste only who may take it, the others' by their published projection alone.</summary>
internal sealed class ListingRows(AppDb db, Actor actor, FirmDirectory firms)
{
    /// <param name="today">in China: what ran out is no longer open, whether or not the daily job has come by</param>
    public IQueryable<ListListings.Row> Seen(DateOnly today) => Own(today).Concat(Foreign(today));

    private IQueryable<ListListings.Row> Own(DateOnly today)
    {
        var me = actor.UserId;
        var myFirm = actor.OrganisationId;
        var seesAll = actor.SeesAll();
        var directory = firms.Firms();
        var members = new AllianceMembers(db).Present();
        var rights = new HazardousReceivers(db).On(today);
        var mine = members.Where(m => m.OrganisationId == myFirm);
        return from listing in db.Set<Listing>().AsNoTracking()
               join named in directory on listing.OrganisationId equals (Guid?)named.Id into some
               from firm in some.DefaultIfEmpty()
               join district in db.Set<District>() on listing.DistrictId equals district.Id
               where (myFirm != null && listing.OrganisationId == myFirm) || (me != null && listing.PostedBy == me)
                   || (seesAll && listing.State != ListingState.Draft)
                   || (listing.State == ListingState.Open && listing.ValidUntil >= today
                       && (listing.HazardousCode == null || listing.Kind == ListingKind.Demand
                           || rights.Any(r => r.OrganisationId == myFirm && r.Code == listing.HazardousCode && (r.OnlyFromId == null || r.OnlyFromId == listing.OrganisationId)))
                       && (listing.Visibility != ListingVisibility.Alliance
                           || members.Any(m => m.OrganisationId == listing.OrganisationId && mine.Any(own => own.AllianceId == m.AllianceId))))
               select new ListListings.Row
               {
                   Id = listing.Id,
                   Kind = listing.Kind,
                   Subject = listing.Subject,
                   Title = listing.Title,
                   Product = listing.Product,
                   Quantity = listing.Quantity,
                   Unit = listing.Unit,
                   Certificates = listing.CertificateLines,
                   OrganisationId = listing.OrganisationId,
                   OrganisationName = firm.Name ?? district.Name + "（联盟代发）",
                   DistrictId = listing.DistrictId,
                   District = district.Name,
                   Region = listing.RegionCode,
                   ValidUntil = listing.ValidUntil,
                   Visibility = listing.Visibility,
                   State = listing.State,
                   UpdatedAt = listing.UpdatedAt,
                   SearchText = listing.SearchText,
                   Text = listing.Text,
                   WasteCode = listing.WasteCode,
               };
    }

    private IQueryable<ListListings.Row> Foreign(DateOnly today)
    {
        var own = actor.ReadDistricts;
        return from listing in db.Set<PublishedListing>().AsNoTracking()
               join known in firms.Cards() on listing.OrganisationId equals (Guid?)known.Id into some
               from firm in some.DefaultIfEmpty()
               join district in db.Set<District>() on listing.DistrictId equals district.Id
               where !own.Contains(listing.DistrictId) && listing.ValidUntil >= today
               select new ListListings.Row
               {
                   Id = listing.Id,
                   Kind = listing.Kind,
                   Subject = listing.Subject,
                   Title = listing.Title,
                   Product = listing.Product,
                   Quantity = listing.Quantity,
                   Unit = listing.Unit,
                   Certificates = listing.CertificateLines,
                   OrganisationId = listing.OrganisationId,
                   OrganisationName = firm.Name ?? district.Name + "（联盟代发）",
                   DistrictId = listing.DistrictId,
                   District = district.Name,
                   Region = listing.RegionCode,
                   ValidUntil = listing.ValidUntil,
                   Visibility = listing.Visibility,
                   State = listing.State,
                   UpdatedAt = listing.UpdatedAt,
                   SearchText = listing.SearchText,
                   Text = listing.Text,
                   WasteCode = null,
               };
    }
}

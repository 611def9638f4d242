using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Listings.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>The records that carry one product name: lines of firms' registers and open listings.</summary>
public sealed class ListNameRecords(UseCaseContext context, ProductRows lines, ListingProducts listings, FirmDirectory firms) : Query<ListNameRecords.Filter, ListNameRecords.Row>(context)
{
    public enum From
    {
        [Display(Name = "企业名册")] Register = 1,
        [Display(Name = "供需信息")] Listings = 2,
    }

    public sealed class Filter : ListFilter
    {
        /// <summary>As it is written; without one there is nothing.</summary>
        [Display(Name = "产品名"), StringLength(200)]
        public string? Name { get; set; }

        [Display(Name = "出自")]
        public From? From { get; set; }

        [Display(Name = "区县")]
        public Guid? DistrictId { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "记录")] public string What { get; init; } = "";
        [Display(Name = "企业")] public string Organisation { get; init; } = "";

        /// <summary>Of a listing.</summary>
        [Display(Name = "标题")] public string? Title { get; init; }
        [Display(Name = "区县")] public string District { get; init; } = "";
        public Guid? OrganisationId { get; init; }
        public Guid? ListingId { get; init; }
    }

    public override Access Access => Access.Needs(MatchingCapability.Words);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["firm"] = r => r.Organisation,
        ["what"] = r => r.What,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter) => filter.From switch
    {
        From.Register => Written(filter),
        From.Listings => Posted(filter),
        _ => Written(filter).Concat(Posted(filter)),
    };

    private IQueryable<Row> Written(Filter filter)
        => from line in lines.Lines().Where(l => l.Product == (filter.Name ?? "") && (filter.DistrictId == null || l.DistrictId == filter.DistrictId))
           join district in Db.Set<District>() on line.DistrictId equals district.Id
           select new Row
           {
               Id = line.Id, What = line.IsMade ? "主营产品" : line.IsBought ? "采购产品" : "副产品", Organisation = line.Organisation, Title = null, District = district.Name, OrganisationId = line.OrganisationId, ListingId = null,
           };

    private IQueryable<Row> Posted(Filter filter)
    {
        var directory = firms.Firms();
        return from listing in listings.Open().Where(l => l.Product == (filter.Name ?? "") && (filter.DistrictId == null || l.DistrictId == filter.DistrictId))
               join named in directory on listing.OrganisationId equals (Guid?)named.Id into some
               from firm in some.DefaultIfEmpty()
               join district in Db.Set<District>() on listing.DistrictId equals district.Id
               select new Row
               {
                   Id = listing.Id, What = listing.IsDemand ? "需求" : "供给", Organisation = firm.Name ?? district.Name + "（联盟代发）", Title = listing.Title, District = district.Name, OrganisationId = listing.OrganisationId, ListingId = listing.Id,
               };
    }
}

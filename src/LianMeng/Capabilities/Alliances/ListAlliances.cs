using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Alliances of the actor's districts; those that are dissolved only when asked for.</summary>
public sealed class ListAlliances(UseCaseContext context, MemberRows members, ChainBackbones backbones) : Query<ListAlliances.Filter, ListAlliances.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "类型")]
        public AllianceKind? Kind { get; set; }

        [Display(Name = "状态")]
        public AllianceState? State { get; set; }

        /// <summary>Those the actor's own firm is in.</summary>
        [Display(Name = "只看本单位的")]
        public bool? Mine { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "名称")] public string Name { get; init; } = "";
        [Display(Name = "类型")] public AllianceKind Kind { get; init; }
        [Display(Name = "状态")] public AllianceState State { get; init; }
        [Display(Name = "自")] public DateOnly Since { get; init; }
        [Display(Name = "区县")] public string District { get; init; } = "";
        [Display(Name = "产业链")] public string Chains { get; set; } = "";
        [Display(Name = "行政区划")] public string? Region { get; set; }
        [Display(Name = "成员")] public int Members { get; init; }
        [Display(Name = "涵盖企业")] public int Covered { get; init; }
        [Display(Name = "有效覆盖企业")] public int Effective { get; init; }

        internal string SortKey { get; init; } = "";
        internal string SearchText { get; init; } = "";
    }

    public override Access Access => Access.Needs(AlliancesCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["name"] = r => r.SortKey,
        ["members"] = r => r.Members,
        ["since"] = r => r.Since,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var all = members.All();
        var alliances = Db.Set<Alliance>().AsNoTracking();
        if (filter.Mine == true)
        {
            var own = Actor.OrganisationId;
            alliances = alliances.Where(a => Db.Set<Membership>().Any(m => m.AllianceId == a.Id && own != null && m.LiveOrganisationId == own));
        }

        alliances = filter.State is { } state ? alliances.Where(a => a.State == state) : alliances.Where(a => a.State != AllianceState.Dissolved);
        if (filter.Kind is { } kind) alliances = alliances.Where(a => a.Kind == kind);
        foreach (var word in filter.Words)
        {
            var lower = word.ToLowerInvariant();
            alliances = alliances.Where(a => a.SearchText.Contains(lower));
        }

        return from a in alliances
               join d in Db.Set<District>() on a.DistrictId equals d.Id
               select new Row
               {
                   Id = a.Id, Name = a.Name, Kind = a.Kind, State = a.State, Since = a.StateSince, District = d.Name, Chains = a.ChainLines, Region = a.RegionCode,
                   Members = all.Count(m => m.AllianceId == a.Id && m.IsPresent), Covered = all.Count(m => m.AllianceId == a.Id && m.IsCovered), Effective = all.Count(m => m.AllianceId == a.Id && m.IsEffective),
                   SortKey = a.SortKey, SearchText = a.SearchText,
               };
    }

    protected override Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            row.Chains = string.Join('、', row.Chains.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(key => backbones.Find(key)?.Title ?? key));
            row.Region = row.Region is { } code ? Region.Find(code)?.Current.ShortName ?? code : null;
        }

        return Task.CompletedTask;
    }
}

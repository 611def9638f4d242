using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>What firms asked to have changed: all of the district for its keepers, the own for a firm.</summary>
public sealed class ListChangeRequests(UseCaseContext context) : Query<ListChangeRequests.Filter, ListChangeRequests.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "状态")]
        public ChangeRequestState? State { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        public Guid OrganisationId { get; init; }
        [Display(Name = "名称")] public string Name { get; init; } = "";
        [Display(Name = "新名称")] public string? NewName { get; init; }
        [Display(Name = "统一社会信用代码")] public string? Uscc { get; init; }
        [Display(Name = "新统一社会信用代码")] public string? NewUscc { get; init; }
        [Display(Name = "行政区划代码")] public string? RegionCode { get; init; }
        [Display(Name = "新行政区划代码")] public string? NewRegionCode { get; init; }
        [Display(Name = "变更原因")] public string? Reason { get; init; }
        [Display(Name = "提出时间")] public DateTime AskedAt { get; init; }
        [Display(Name = "状态")] public ChangeRequestState State { get; init; }
        [Display(Name = "答复")] public string? Answer { get; init; }

        /// <summary>Pending first: 0, all others 1.</summary>
        internal int Rank { get; init; }
        public bool MayDecide { get; set; }
        public bool MayWithdraw { get; set; }
        internal Guid DistrictId { get; init; }
    }

    public override Access Access => Access.Needs(OrganisationsCapability.Keep);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["rank"] = r => r.Rank,
        ["asked"] = r => r.AskedAt,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var all = Actor.May(OrganisationsCapability.Change);
        var own = Actor.OrganisationId;
        var requests = Db.Set<OrganisationChangeRequest>().AsNoTracking().Where(r => all || r.OrganisationId == own);
        if (filter.State is { } state) requests = requests.Where(r => r.State == state);
        var rows = requests.Join(Db.Set<Organisation>().AsNoTracking(), r => r.OrganisationId, o => o.Id, (r, o) => new { Request = r, Firm = o });
        if (filter.Query is { } word) rows = rows.Where(x => x.Firm.SearchText.Contains(word.Trim().ToLowerInvariant()));
        return rows.Select(x => new Row
        {
            Id = x.Request.Id,
            Version = x.Request.Version,
            OrganisationId = x.Firm.Id,
            Name = x.Firm.Name,
            NewName = x.Request.NewName,
            Uscc = x.Firm.Uscc,
            NewUscc = x.Request.NewUscc,
            RegionCode = x.Firm.RegionCode,
            NewRegionCode = x.Request.NewRegionCode,
            Reason = x.Request.Reason,
            AskedAt = x.Request.AskedAt,
            State = x.Request.State,
            Answer = x.Request.Answer,
            Rank = x.Request.State == ChangeRequestState.Pending ? 0 : 1,
            DistrictId = x.Request.DistrictId,
        });
    }

    protected override Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        foreach (var row in rows.Where(r => r.State == ChangeRequestState.Pending))
        {
            row.MayDecide = Actor.May(OrganisationsCapability.Change) && row.DistrictId == Actor.WriteDistrict;
            row.MayWithdraw = row.OrganisationId == Actor.OrganisationId;
        }

        return Task.CompletedTask;
    }
}

using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases;

/// <summary>The atlases of the actor's districts; drafts that were never published only for those who keep them.</summary>
public sealed class ListAtlases(UseCaseContext context, AtlasShelf shelf, ChainBackbones backbones) : Query<ListAtlases.Filter, ListAtlases.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "产业链"), StringLength(40)]
        public string? Chain { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "名称")] public string Title { get; init; } = "";
        [Display(Name = "产业链")] public string Chain { get; set; } = "";
        [Display(Name = "区县")] public string District { get; init; } = "";
        [Display(Name = "最新一期")] public int Issue { get; init; }
        [Display(Name = "发布时间")] public DateTime? PublishedAt { get; init; }
        [Display(Name = "产品")] public int Nodes { get; init; }
        [Display(Name = "关系")] public int Links { get; init; }
        [Display(Name = "草稿更新")] public DateTime UpdatedAt { get; init; }

        internal string SortKey { get; init; } = "";
    }

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["title"] = r => r.SortKey,
        ["published"] = r => r.PublishedAt,
        ["updated"] = r => r.UpdatedAt,
        ["nodes"] = r => r.Nodes,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var atlases = shelf.All();
        if (filter.Chain is { } chain) atlases = atlases.Where(a => a.ChainKey == chain);
        if (filter.Query?.Trim() is { Length: > 0 } typed) atlases = atlases.Where(a => a.Title.Contains(typed));
        return from a in atlases
               join d in Db.Set<District>() on a.DistrictId equals d.Id
               select new Row { Id = a.Id, Title = a.Title, Chain = a.ChainKey, District = d.Name, Issue = a.Issue, PublishedAt = a.PublishedAt, Nodes = a.Nodes, Links = a.Links, UpdatedAt = a.UpdatedAt, SortKey = a.SortKey };
    }

    protected override Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        foreach (var row in rows) row.Chain = backbones.Find(row.Chain)?.Title ?? row.Chain;
        return Task.CompletedTask;
    }
}

using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>Sets of synonyms that count for the actor's questions: the district's own and the city's.</summary>
public sealed class ListSynonyms(UseCaseContext context) : Query<ListFilter, ListSynonyms.Row>(context)
{
    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        [Display(Name = "同义词")] public string Words { get; set; } = "";
        [Display(Name = "范围")] public string District { get; init; } = "";
        [Display(Name = "修改时间")] public DateTime ChangedAt { get; init; }

        /// <summary>The actor's own to change.</summary>
        public bool IsOwn { get; init; }
    }

    public override Access Access => Access.Needs(MatchingCapability.Words);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["changed"] = r => r.ChangedAt,
        ["words"] = r => r.Words,
    };

    protected override string DefaultSort => "-changed";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(ListFilter filter)
    {
        var own = Actor.WriteDistrict;
        var sets = Db.Set<SynonymSet>().AsNoTracking();
        foreach (var word in filter.Words) sets = sets.Where(s => s.WordLines.Contains(word));
        return from set in sets
               join district in Db.Set<District>() on set.DistrictId equals district.Id
               select new Row { Id = set.Id, Version = set.Version, Words = set.WordLines, District = set.DistrictId == DistrictIds.City ? "全市" : district.Name, ChangedAt = set.ChangedAt, IsOwn = set.DistrictId == own };
    }

    protected override Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        foreach (var row in rows) row.Words = row.Words.Replace("\n", "＝", StringComparison.Ordinal);
        return Task.CompletedTask;
    }
}

using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Engine.Matching;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>What was asked for within the actor's districts and nobody answered directly, the most frequent first.</summary>
public sealed class ListPoorQuestions(UseCaseContext context) : Query<ListPoorQuestions.Filter, ListPoorQuestions.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "方向")]
        public MatchKind? Kind { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "找什么")] public string Text { get; init; } = "";
        [Display(Name = "方向")] public string Side { get; init; } = "";
        [Display(Name = "次数")] public int Count { get; init; }
        [Display(Name = "最近一次")] public DateOnly LastDay { get; init; }
        [Display(Name = "区县")] public string District { get; init; } = "";
        public MatchKind Kind { get; init; }
    }

    public override Access Access => Access.Needs(MatchingCapability.Words);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["count"] = r => r.Count,
        ["day"] = r => r.LastDay,
    };

    protected override string DefaultSort => "-count";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var questions = Db.Set<PoorQuestion>().AsNoTracking();
        if (filter.Kind is { } kind) questions = questions.Where(q => q.Kind == kind);
        foreach (var word in filter.Words) questions = questions.Where(q => q.Text.Contains(word));
        return from question in questions
               join district in Db.Set<District>() on question.DistrictId equals district.Id
               select new Row
               {
                   Id = question.Id, Text = question.Text, Kind = question.Kind, Side = question.Kind == MatchKind.Demand ? "谁能供应" : "谁在采购", Count = question.Count, LastDay = question.LastDay, District = district.Name,
               };
    }
}

using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>One's own saved searches, by name.</summary>
public sealed class ListSavedSearches(UseCaseContext context) : Query<ListFilter, ListSavedSearches.Row>(context)
{
    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        [Display(Name = "名称")] public string Name { get; init; } = "";
        [Display(Name = "在哪里找")] public SavedSearchPlace Place { get; init; }
        [Display(Name = "要找的内容")] public string Text { get; init; } = "";
        [Display(Name = "方向、类型")] public string Choice { get; set; } = "";
        [Display(Name = "最近一次新增")] public int NewCount { get; init; }
        [Display(Name = "新增时间")] public DateTime? NewAt { get; init; }
        [Display(Name = "保存时间")] public DateTime SavedAt { get; init; }

        /// <summary>The page that asks it again.</summary>
        public string Href { get; set; } = "";

        internal string? Kind { get; init; }
        internal string? Subject { get; init; }
    }

    public override Access Access => Access.Needs(MatchingCapability.Search);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["name"] = r => r.Name,
        ["new"] = r => r.NewAt,
        ["saved"] = r => r.SavedAt,
    };

    protected override string DefaultSort => "-saved";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(ListFilter filter)
    {
        var searches = Db.Set<SavedSearch>().AsNoTracking().OwnOf(Actor);
        if (filter.Query is { } text) searches = searches.Where(s => s.Name.Contains(text) || s.Text.Contains(text));
        return from search in searches
               join known in Db.Set<SavedSearchAnswers>() on search.Id equals known.Id into some
               from answers in some.DefaultIfEmpty()
               select new Row
               {
                   Id = search.Id, Version = search.Version, Name = search.Name, Place = search.Place, Text = search.Text, Kind = search.Kind, Subject = search.Subject, SavedAt = search.SavedAt,
                   NewCount = (int?)answers.NewCount ?? 0, NewAt = answers.NewAt,
               };
    }

    protected override Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            var question = new SavedSearchQuestion(row.Place, row.Text, row.Kind, row.Subject);
            (row.Choice, row.Href) = (question.Choice, question.Href);
        }

        return Task.CompletedTask;
    }
}

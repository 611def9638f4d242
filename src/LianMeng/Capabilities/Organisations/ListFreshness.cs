using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Settings;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Firms by the age of their data: the oldest first.</summary>
public sealed class ListFreshness(UseCaseContext context, SettingValues settings, PeopleOf people) : Query<ListFreshness.Filter, ListFreshness.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        /// <summary>True: only those with a detail that is old; false: only those without.</summary>
        [Display(Name = "资料较旧")]
        public bool? Stale { get; set; }

        [Display(Name = "从未确认")]
        public bool? NeverConfirmed { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "名称")] public string Name { get; init; } = "";
        [Display(Name = "最旧一项资料")] public DateTime OldestAt { get; init; }
        [Display(Name = "最近确认")] public DateTime? ConfirmedAt { get; init; }
        [Display(Name = "最近更新")] public DateTime UpdatedAt { get; init; }
        [Display(Name = "最近提醒")] public DateTime? RemindedAt { get; init; }

        [Display(Name = "资料较旧")] public bool IsStale { get; set; }

        /// <summary>People of the firm who can sign in and would read a reminder.</summary>
        [Display(Name = "可提醒人数")] public int People { get; set; }

        internal string SortKey { get; init; } = "";
    }

    public override Access Access => Access.Needs(OrganisationsCapability.Change);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["oldest"] = r => r.OldestAt,
        ["name"] = r => r.SortKey,
        ["confirmed"] = r => r.ConfirmedAt,
        ["updated"] = r => r.UpdatedAt,
        ["reminded"] = r => r.RemindedAt,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    private DateTime StaleBefore => Now.AddDays(-settings.Of(OrganisationsCapability.StaleDays));

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var firms = Db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Enterprise);
        var before = StaleBefore;
        if (filter.Stale is { } stale) firms = firms.Where(o => (o.OldestAt < before) == stale);
        if (filter.NeverConfirmed is { } never) firms = firms.Where(o => (o.ConfirmedAt == null) == never);
        if (filter.Query is { } word)
        {
            var lower = word.Trim().ToLowerInvariant();
            firms = firms.Where(o => o.SearchText.Contains(lower));
        }

        return firms.Select(o => new Row
        {
            Id = o.Id,
            Name = o.Name,
            OldestAt = o.OldestAt,
            ConfirmedAt = o.ConfirmedAt,
            UpdatedAt = o.UpdatedAt,
            RemindedAt = o.RemindedAt,
            SortKey = o.SortKey,
        });
    }

    protected override async Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        var before = StaleBefore;
        foreach (var part in rows.Chunk(1000))
        {
            var holders = (await people.OfOrganisationsAsync([.. part.Select(r => r.Id)], cancellation)).ToLookup(h => h.OrganisationId);
            foreach (var row in part) (row.IsStale, row.People) = (row.OldestAt < before, holders[row.Id].Select(h => h.UserId).Distinct().Count());
        }
    }
}

using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Shared.Access;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>All contacts whose organisations' private part the actor sees, telephones masked.</summary>
public sealed class ListContacts(UseCaseContext context, Telephones telephones) : Query<ListContacts.Filter, ListContacts.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "用途")]
        public ContactPurpose? Purpose { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid OrganisationId { get; init; }
        [Display(Name = "企业")] public string Organisation { get; init; } = "";
        [Display(Name = "统一社会信用代码")] public string? Uscc { get; init; }
        [Display(Name = "联系人")] public string? Name { get; init; }
        [Display(Name = "用途")] public ContactPurpose Purpose { get; init; }

        /// <summary>Masked.</summary>
        [Display(Name = "联系电话")] public string? Telephone { get; set; }
        [Display(Name = "填写时间")] public DateTime EnteredAt { get; init; }
        internal string? Sealed { get; init; }
        internal string SortKey { get; init; } = "";
    }

    public override Access Access => Access.Needs(OrganisationsCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["firm"] = r => r.SortKey,
        ["entered"] = r => r.EnteredAt,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var all = Actor.May(OrganisationsCapability.ReadPrivate);
        var own = Actor.OrganisationId;
        var rows = Db.Set<OrganisationContact>().AsNoTracking().Where(c => all || c.OrganisationId == own)
            .Join(Db.Set<Organisation>().AsNoTracking(), c => c.OrganisationId, o => o.Id, (c, o) => new { Line = c, Firm = o });
        if (filter.Purpose is { } purpose) rows = rows.Where(x => x.Line.Purpose == purpose);
        if (filter.Query is { } text)
        {
            var (word, lower) = (text.Trim(), text.Trim().ToLowerInvariant());
            rows = rows.Where(x => x.Line.Name!.Contains(word) || x.Firm.SearchText.Contains(lower));
        }

        return rows.Select(x => new Row
        {
            Id = x.Line.Id,
            OrganisationId = x.Firm.Id,
            Organisation = x.Firm.Name,
            Uscc = x.Firm.Uscc,
            Name = x.Line.Name,
            Purpose = x.Line.Purpose,
            Sealed = x.Line.Phone,
            EnteredAt = x.Line.EnteredAt,
            SortKey = x.Firm.SortKey,
        });
    }

    protected override Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        foreach (var row in rows) row.Telephone = telephones.Masked(row.Sealed);
        return Task.CompletedTask;
    }
}

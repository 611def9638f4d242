using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>All qualifications of the register with their certificates; those that end first come first.</summary>
public sealed class ListQualifications(UseCaseContext context) : Query<ListQualifications.Filter, ListQualifications.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        /// <summary>Only those that end on this day or before it, in China.</summary>
        [Display(Name = "到期日不晚于")]
        public DateOnly? Until { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid OrganisationId { get; init; }
        [Display(Name = "企业")] public string Organisation { get; init; } = "";
        [Display(Name = "统一社会信用代码")] public string? Uscc { get; init; }
        [Display(Name = "资质")] public string Name { get; init; } = "";
        [Display(Name = "证书编号")] public string? Number { get; init; }
        [Display(Name = "发证机关")] public string? Issuer { get; init; }
        [Display(Name = "有效期至")] public DateOnly? ValidUntil { get; init; }
        [Display(Name = "资料来源")] public DataSource Source { get; init; }
        [Display(Name = "填写时间")] public DateTime EnteredAt { get; init; }
        internal string SortKey { get; init; } = "";
        internal DateOnly Ends { get; init; }
    }

    public override Access Access => Access.Needs(OrganisationsCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["firm"] = r => r.SortKey,
        ["until"] = r => r.Ends,
        ["name"] = r => r.Name,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var rows = Db.Set<OrganisationQualification>().AsNoTracking().Join(Db.Set<Organisation>().AsNoTracking(), q => q.OrganisationId, o => o.Id, (q, o) => new { Line = q, Firm = o });
        if (filter.Until is { } until) rows = rows.Where(x => x.Line.ValidUntil <= until);
        if (filter.Query is { } text)
        {
            var (word, lower) = (text.Trim(), text.Trim().ToLowerInvariant());
            rows = rows.Where(x => x.Line.Name.Contains(word) || x.Firm.SearchText.Contains(lower));
        }

        return rows.Select(x => new Row
        {
            Id = x.Line.Id,
            OrganisationId = x.Firm.Id,
            Organisation = x.Firm.Name,
            Uscc = x.Firm.Uscc,
            Name = x.Line.Name,
            Number = x.Line.Number,
            Issuer = x.Line.Issuer,
            ValidUntil = x.Line.ValidUntil,
            Source = x.Line.Source,
            EnteredAt = x.Line.EnteredAt,
            SortKey = x.Firm.SortKey,
            Ends = x.Line.ValidUntil ?? DateOnly.MaxValue,
        });
    }
}

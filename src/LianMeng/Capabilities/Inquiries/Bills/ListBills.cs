using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>The own firm's bills, the latest first.</summary>
public sealed class ListBills(UseCaseContext context) : Query<ListFilter, ListBills.Row>(context)
{
    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "清单名称")] public string Name { get; init; } = "";
        [Display(Name = "行数")] public int Lines { get; init; }
        [Display(Name = "建立时间")] public DateTime CreatedAt { get; init; }
        [Display(Name = "更新时间")] public DateTime UpdatedAt { get; init; }
    }

    public override Access Access => Access.Needs(InquiriesCapability.Use);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["updated"] = r => r.UpdatedAt,
        ["name"] = r => r.Name,
    };

    protected override string DefaultSort => "-updated";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(ListFilter filter)
    {
        var bills = Db.Set<Bill>().AsNoTracking().SeenBy(Actor);
        foreach (var word in filter.Words) bills = bills.Where(b => b.Name.Contains(word) || b.Lines.Any(l => l.Product.Contains(word)));
        return bills.Select(b => new Row { Id = b.Id, Name = b.Name, Lines = b.Lines.Count, CreatedAt = b.CreatedAt, UpdatedAt = b.UpdatedAt });
    }
}

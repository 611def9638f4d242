using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>The lines of one bill; its Excel can be imported again.</summary>
public sealed class ListBillLines(UseCaseContext context) : Query<ListBillLines.Filter, ListBillLines.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        /// <summary>The bill.</summary>
        public Guid Id { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "序号")] public int Place { get; init; }
        [Display(Name = "产品")] public string Product { get; init; } = "";
        [Display(Name = "牌号规格")] public string? Specification { get; init; }
        [Display(Name = "数量")] public decimal Quantity { get; init; }
        [Display(Name = "单位")] public string Unit { get; init; } = "";
        [Display(Name = "需要日期")] public DateOnly? WantedBy { get; init; }
        [Display(Name = "交货地")] public string? DeliverTo { get; init; }
        [Display(Name = "备注")] public string? Remark { get; init; }
    }

    public override Access Access => Access.Needs(InquiriesCapability.Use);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["place"] = r => r.Place,
        ["product"] = r => r.Product,
        ["wanted"] = r => r.WantedBy,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override Task<bool> IsThereAsync(Filter filter, CancellationToken cancellation) => Db.Set<Bill>().SeenBy(Actor).AnyAsync(b => b.Id == filter.Id, cancellation);

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var lines = Db.Set<BillLine>().AsNoTracking().Where(l => l.BillId == filter.Id);
        foreach (var word in filter.Words) lines = lines.Where(l => l.Product.Contains(word) || (l.Specification != null && l.Specification.Contains(word)));
        return lines.Select(l => new Row { Id = l.Id, Place = l.Place, Product = l.Product, Specification = l.Specification, Quantity = l.Quantity, Unit = l.Unit, WantedBy = l.WantedBy, DeliverTo = l.DeliverTo, Remark = l.Remark });
    }
}

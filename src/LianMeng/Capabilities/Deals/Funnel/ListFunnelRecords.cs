using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals.Funnel;

/// <summary>The records behind a number of the funnel: just as many.</summary>
public sealed class ListFunnelRecords(UseCaseContext context, FunnelBook book, FirmDirectory firms) : MemoryQuery<ListFunnelRecords.Filter, ListFunnelRecords.Row>(context)
{
    public sealed class Filter : ListFilter, IFunnelFilter
    {
        /// <summary>All when nothing is said.</summary>
        [Display(Name = "步骤")]
        public FunnelStep? Step { get; set; }

        [Display(Name = "途径")]
        public FunnelRoute? Route { get; set; }

        [Display(Name = "从")]
        public DateOnly? From { get; set; }

        [Display(Name = "到")]
        public DateOnly? To { get; set; }

        [Display(Name = "联盟")]
        public Guid? AllianceId { get; set; }

        [Display(Name = "区县")]
        public Guid? DistrictId { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "步骤")] public FunnelStep Step { get; init; }
        [Display(Name = "途径")] public FunnelRoute Route { get; init; }
        [Display(Name = "内容")] public string Title { get; init; } = "";
        [Display(Name = "卖方")] public string Seller { get; init; } = "";
        [Display(Name = "买方")] public string Buyer { get; init; } = "";
        [Display(Name = "时间")] public DateTime At { get; init; }

        /// <summary>Its page.</summary>
        public string Href { get; init; } = "";
        internal Guid Place { get; init; }
    }

    public override Access Access => Access.Needs(DealsCapability.Count);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["at"] = r => r.At,
        ["step"] = r => r.Step,
    };

    protected override string DefaultSort => "-at";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Place;

    protected override async Task<IReadOnlyList<Row>> LoadAsync(Filter filter, CancellationToken cancellation)
    {
        var records = (await book.LoadAsync(filter, Now, cancellation)).Select(t => t.Record);
        if (filter.Step is { } step) records = records.Where(r => r.Step == step);
        if (filter.Route is { } route) records = records.Where(r => r.Route == route);
        var found = records.OrderBy(r => r.Step).ThenBy(r => r.Id).ToList();
        var ids = found.SelectMany(r => new[] { r.SellerId, r.BuyerId }).OfType<Guid>().Distinct().ToList();
        var names = new Dictionary<Guid, string>();
        foreach (var chunk in ids.Chunk(500))
        {
            foreach (var firm in await firms.Firms().Where(f => chunk.Contains(f.Id)).Select(f => new { f.Id, f.Name }).ToListAsync(cancellation)) names[firm.Id] = firm.Name;
        }

        var rows = found.Select((r, at) => new Row { Id = r.Id, Step = r.Step, Route = r.Route, Title = r.Title ?? "对接", Seller = NameOf(r.SellerId), Buyer = NameOf(r.BuyerId), At = r.At, Href = HrefOf(r), Place = Place(at) });
        if (filter.Query?.Trim() is { Length: > 0 } typed) rows = rows.Where(r => r.Title.Contains(typed, StringComparison.OrdinalIgnoreCase) || r.Seller.Contains(typed, StringComparison.OrdinalIgnoreCase) || r.Buyer.Contains(typed, StringComparison.OrdinalIgnoreCase));
        return [.. rows];

        string NameOf(Guid? id) => id is not { } firm ? "" : names.GetValueOrDefault(firm) ?? "已移出名册的企业";
    }

    private static string HrefOf(FunnelBook.Record record)
        => record.Step == FunnelStep.Posted ? $"/listings/{record.Id}" : record.Step < FunnelStep.Met ? $"/introductions/{record.Id}" : $"/deals/{record.Id}";
}

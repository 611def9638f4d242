using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals;

/// <summary>Pairs of partners that the actor sees: the own firm's, or all for those who may see private needs. Amounts are sums over the pair's deals within one stage, never across stages.</summary>
public sealed class ListPartnerships(UseCaseContext context, PartnershipBook book, FirmDirectory firms) : MemoryQuery<PartnershipFilter, ListPartnerships.Row>(context)
{
    public sealed class Row
    {
        public Guid OneId { get; init; }
        public Guid OtherId { get; init; }
        [Display(Name = "企业")] public string One { get; init; } = "";
        [Display(Name = "合作企业")] public string Other { get; init; } = "";
        [Display(Name = "合作笔数")] public int Deals { get; init; }
        [Display(Name = "最远到")] public DealStage Reached { get; init; }
        [Display(Name = "最近")] public DateOnly LastOn { get; init; }
        [Display(Name = "合同金额(元)")] public decimal? Contract { get; init; }
        [Display(Name = "交付金额(元)")] public decimal? Delivered { get; init; }
        [Display(Name = "付款金额(元)")] public decimal? Paid { get; init; }
        internal Guid Place { get; init; }
        internal string SortKey { get; init; } = "";
    }

    public override Access Access => Access.Needs(DealsCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["last"] = r => r.LastOn,
        ["one"] = r => r.SortKey,
        ["deals"] = r => r.Deals,
    };

    protected override string DefaultSort => "-last";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Place;

    protected override async Task<IReadOnlyList<Row>> LoadAsync(PartnershipFilter filter, CancellationToken cancellation)
    {
        var pairs = await book.PairsAsync(filter, cancellation);
        var ids = pairs.SelectMany(p => new[] { p.One, p.Other }).Distinct().ToList();
        var known = await firms.Firms().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellation);
        var rows = pairs.Select((p, at) => new Row
        {
            OneId = p.One, OtherId = p.Other, One = NameOf(p.One), Other = NameOf(p.Other), Deals = p.Deals.Count, Reached = (DealStage)p.Deals.Max(d => d.Reached), LastOn = p.Deals.Max(d => d.On),
            Contract = Sum(p.Deals.Select(d => d.Contract)), Delivered = Sum(p.Deals.Select(d => d.Delivered)), Paid = Sum(p.Deals.Select(d => d.Paid)), Place = Place(at), SortKey = known.GetValueOrDefault(p.One)?.SortKey ?? "",
        });
        foreach (var word in filter.Words)
        {
            var lower = word.ToLowerInvariant();
            rows = rows.Where(r => known.GetValueOrDefault(r.OneId)?.SearchText.Contains(lower, StringComparison.Ordinal) == true || known.GetValueOrDefault(r.OtherId)?.SearchText.Contains(lower, StringComparison.Ordinal) == true);
        }

        return [.. rows];

        string NameOf(Guid id) => known.GetValueOrDefault(id)?.Name ?? "已移出名册的企业";
    }

    /// <summary>Nothing known is not nought.</summary>
    private static decimal? Sum(IEnumerable<decimal?> amounts) => amounts.OfType<decimal>().ToList() is { Count: > 0 } known ? known.Sum() : null;
}

using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals;

/// <summary>Firms with a partnership, each once: what the number of them opens.</summary>
public sealed class ListPartnerFirms(UseCaseContext context, PartnershipBook book, FirmDirectory firms) : MemoryQuery<PartnershipFilter, ListPartnerFirms.Row>(context)
{
    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "企业")] public string Name { get; init; } = "";
        [Display(Name = "合作伙伴家数")] public int Partners { get; init; }
        [Display(Name = "合作笔数")] public int Deals { get; init; }
        internal string SortKey { get; init; } = "";
    }

    public override Access Access => Access.Needs(DealsCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["partners"] = r => r.Partners,
        ["name"] = r => r.SortKey,
        ["deals"] = r => r.Deals,
    };

    protected override string DefaultSort => "-partners";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override async Task<IReadOnlyList<Row>> LoadAsync(PartnershipFilter filter, CancellationToken cancellation)
    {
        var pairs = await book.PairsAsync(filter, cancellation);
        var ids = pairs.SelectMany(p => new[] { p.One, p.Other }).Distinct().ToList();
        var known = await firms.Firms().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellation);
        var word = filter.Query?.Trim().ToLowerInvariant() ?? "";
        return [.. ids.Select(id => (Id: id, Firm: known.GetValueOrDefault(id), Own: pairs.Where(p => p.One == id || p.Other == id).ToList()))
            .Where(f => word.Length == 0 || f.Firm?.SearchText.Contains(word, StringComparison.Ordinal) == true)
            .Select(f => new Row { Id = f.Id, Name = f.Firm?.Name ?? "已移出名册的企业", Partners = f.Own.Count, Deals = f.Own.Sum(p => p.Deals.Count), SortKey = f.Firm?.SortKey ?? "" })];
    }
}

using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Chains;

/// <summary>All chains with how much of each the actor's districts have.</summary>
public sealed class ListChains(UseCaseContext context, ChainBackbones backbones, ChainFirms firms) : MemoryQuery<ListFilter, ListChains.Row>(context)
{
    public sealed class Row
    {
        public string Key { get; init; } = "";
        [Display(Name = "产业链")] public string Title { get; init; } = "";
        [Display(Name = "产品数")] public int Products { get; init; }
        [Display(Name = "有企业生产的产品数")] public int Made { get; init; }
        [Display(Name = "缺口数")] public int Gaps { get; init; }
        [Display(Name = "链上企业数")] public int Firms { get; init; }
        public IReadOnlyList<StageRow> Stages { get; init; } = [];

        internal Guid Place { get; init; }
    }

    /// <param name="Made">products of the stage that somebody within the scope makes</param>
    public sealed record StageRow(string Key, string Title, int Products, int Made);

    public override Access Access => Access.Needs(ChainsCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts => new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["order"] = r => r.Place,
        ["products"] = r => r.Products,
        ["gaps"] = r => r.Gaps,
        ["firms"] = r => r.Firms,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Place;

    protected override async Task<IReadOnlyList<Row>> LoadAsync(ListFilter filter, CancellationToken cancellation)
    {
        var placed = await firms.PlaceAsync(cancellation);
        return [.. backbones.All
            .Where(chain => filter.Query is not { } query || chain.Title.Contains(query, StringComparison.OrdinalIgnoreCase))
            .Select((chain, position) => ToRow(chain, position, placed))];
    }

    private static Row ToRow(ChainBackbone chain, int position, ChainFirms.Placed placed)
    {
        var stages = chain.Stages.Select(stage =>
        {
            var products = chain.Products.Where(p => chain.StageOf(p.Key) == stage.Key).ToList();
            return new StageRow(stage.Key, stage.Title, products.Count, products.Count(p => placed.MakersOf(p.Key).Count > 0));
        }).ToList();
        var made = stages.Sum(s => s.Made);
        return new()
        {
            Key = chain.Key,
            Title = chain.Title,
            Stages = stages,
            Products = chain.Products.Count,
            Made = made,
            Gaps = chain.Products.Count - made,
            Firms = placed.CountFirms(chain.Products.Select(p => p.Key)),
            Place = Place(position),
        };
    }
}

using LianMeng.Capabilities.Chains.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Chains;

/// <summary>
/// The firms of the actor's scope on the products that their own words stand for; read once a request. Counting reads ids and
/// words only: names are asked for those that are shown.
/// </summary>
public sealed class ChainFirms(ChainBackbones backbones, ProductRows rows, OrganisationCards cards, Actor actor)
{
    private static readonly IReadOnlyList<Line> Nobody = [];
    private Task<Placed>? placed;

    /// <param name="Words">What the firm itself calls it.</param>
    public sealed record Line(Guid Id, string Words);

    /// <param name="Words">What the firm itself calls it.</param>
    public sealed record Firm(Guid Id, string Name, string Words);

    public sealed class Placed(Dictionary<string, List<Line>> makers, Dictionary<string, List<Line>>? buyers, Guid? own)
    {
        /// <summary>False for firms: what others buy is their private need.</summary>
        public bool SeesBuyers => buyers is not null;

        /// <summary>A firm once.</summary>
        public IReadOnlyList<Line> MakersOf(string product) => makers.GetValueOrDefault(product) ?? Nobody;

        /// <summary>A firm once. Empty when <see cref="SeesBuyers"/> is false.</summary>
        public IReadOnlyList<Line> BuyersOf(string product) => buyers?.GetValueOrDefault(product) ?? Nobody;

        /// <summary>How many buy it; null for those who may not know.</summary>
        public int? CountBuyers(string product) => SeesBuyers ? BuyersOf(product).Count : null;

        public bool IsOwn(string product) => own is { } id && MakersOf(product).Any(f => f.Id == id);

        /// <summary>Firms that make at least one of the products.</summary>
        public int CountFirms(IEnumerable<string> products) => products.SelectMany(MakersOf).Select(f => f.Id).Distinct().Count();
    }

    public Task<Placed> PlaceAsync(CancellationToken cancellation) => placed ??= LoadAsync(cancellation);

    /// <summary>Names of those firms, each with its place in the order of names.</summary>
    public async Task<IReadOnlyDictionary<Guid, (string Name, string SortKey)>> NamesAsync(IEnumerable<Line> lines, CancellationToken cancellation)
        => (await cards.OfAsync([.. lines.Select(l => l.Id).Distinct()], cancellation)).ToDictionary(c => c.Id, c => (c.Name, Pinyin.SortKey(c.Name)));

    /// <summary>The lines with their firms' names, in the order of names.</summary>
    public static IReadOnlyList<Firm> Named(IReadOnlyList<Line> lines, IReadOnlyDictionary<Guid, (string Name, string SortKey)> names)
        => [.. lines.Where(l => names.ContainsKey(l.Id)).OrderBy(l => names[l.Id].SortKey, StringComparer.Ordinal).Select(l => new Firm(l.Id, names[l.Id].Name, l.Words))];

    private async Task<Placed> LoadAsync(CancellationToken cancellation)
    {
        var made = await LinesAsync(rows.Made(), cancellation);
        var bought = actor.May(OrganisationCards.PrivateNeeds) ? await LinesAsync(rows.BoughtForPrivateNeeds(), cancellation) : null;
        return new(made, bought, actor.OrganisationId);
    }

    private async Task<Dictionary<string, List<Line>>> LinesAsync(IQueryable<ProductRows.Row> source, CancellationToken cancellation)
    {
        var byProduct = new Dictionary<string, List<Line>>(StringComparer.Ordinal);
        var seen = new HashSet<(string, Guid)>();
        await foreach (var line in source.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            foreach (var product in backbones.ProductsNamed(line.Product))
            {
                if (!seen.Add((product.Key, line.OrganisationId))) continue;
                if (!byProduct.TryGetValue(product.Key, out var lines)) byProduct[product.Key] = lines = [];
                lines.Add(new(line.OrganisationId, line.Product));
            }
        }

        return byProduct;
    }
}

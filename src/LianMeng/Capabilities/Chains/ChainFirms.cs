using LianMeng.Capabilities.Chains.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Chains;

/// <summary>The firms of the actor's scope on the products that their own words stand for; read once a request.</summary>
public sealed class ChainFirms(ChainBackbones backbones, ProductRows rows, Actor actor)
{
    private static readonly IReadOnlyList<Firm> Nobody = [];
    private Task<Placed>? placed;

    /// <param name="Words">What the firm itself calls it.</param>
    public sealed record Firm(Guid Id, string Name, string Words);

    public sealed class Placed(Dictionary<string, List<Firm>> makers, Dictionary<string, List<Firm>>? buyers, Guid? own)
    {
        /// <summary>False for firms: what others buy is their private need.</summary>
        public bool SeesBuyers => buyers is not null;

        /// <summary>By name; a firm once.</summary>
        public IReadOnlyList<Firm> MakersOf(string product) => makers.GetValueOrDefault(product) ?? Nobody;

        /// <summary>By name; a firm once. Empty when <see cref="SeesBuyers"/> is false.</summary>
        public IReadOnlyList<Firm> BuyersOf(string product) => buyers?.GetValueOrDefault(product) ?? Nobody;

        /// <summary>How many buy it; null for those who may not know.</summary>
        public int? CountBuyers(string product) => SeesBuyers ? BuyersOf(product).Count : null;

        public bool IsOwn(string product) => own is { } id && MakersOf(product).Any(f => f.Id == id);

        /// <summary>Firms that make at least one of the products.</summary>
        public int CountFirms(IEnumerable<string> products) => products.SelectMany(MakersOf).Select(f => f.Id).Distinct().Count();
    }

    public Task<Placed> PlaceAsync(CancellationToken cancellation) => placed ??= LoadAsync(cancellation);

    private async Task<Placed> LoadAsync(CancellationToken cancellation)
    {
        var made = await rows.Made().ToListAsync(cancellation);
        var bought = actor.May(OrganisationCards.PrivateNeeds) ? await rows.BoughtForPrivateNeeds().ToListAsync(cancellation) : null;
        return new(ByProduct(made), bought is null ? null : ByProduct(bought), actor.OrganisationId);
    }

    private Dictionary<string, List<Firm>> ByProduct(List<ProductRows.Row> lines)
    {
        var byProduct = new Dictionary<string, List<Firm>>(StringComparer.Ordinal);
        var seen = new HashSet<(string, Guid)>();
        foreach (var line in lines.OrderBy(l => l.SortKey, StringComparer.Ordinal))
        {
            foreach (var product in backbones.ProductsNamed(line.Product))
            {
                if (!seen.Add((product.Key, line.OrganisationId))) continue;
                if (!byProduct.TryGetValue(product.Key, out var firms)) byProduct[product.Key] = firms = [];
                firms.Add(new(line.OrganisationId, line.OrganisationName, line.Product));
            }
        }

        return byProduct;
    }
}

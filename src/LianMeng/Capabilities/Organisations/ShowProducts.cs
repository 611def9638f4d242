using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>What a firm makes, buys and has as by-products, line by line. Prices, what is sold and what is bought only for the firm itself and its officers.</summary>
public sealed class ShowProducts(UseCaseContext context, PersonNames people) : Show<ShowProducts.Input, ShowProducts.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    /// <param name="SeesPrivate">False: purchases are left out, and prices, income and what is sold of the rest.</param>
    public sealed record View(Guid Id, Guid Version, string Name, bool SeesPrivate, bool MayChange, IReadOnlyList<Line> Lines)
    {
        public IEnumerable<Line> Of(ProductRole role) => Lines.Where(l => l.Role == role);
    }

    /// <inheritdoc cref="ProductDetails"/>
    public sealed record Line
    {
        public required Guid Id { get; init; }
        public required ProductRole Role { get; init; }
        public required string Name { get; init; }
        public decimal? Quantity { get; init; }
        public string? Unit { get; init; }
        public decimal? Sold { get; init; }
        public decimal? PriceLow { get; init; }
        public decimal? PriceHigh { get; init; }
        public ProductOrigin? Origin { get; init; }
        public string? Place { get; init; }
        public int? LeadDays { get; init; }
        public decimal? Freight { get; init; }
        public string? Code { get; init; }
        public string? Composition { get; init; }
        public bool? IsGoods { get; init; }
        public decimal? Income { get; init; }

        /// <summary>How it came in, when it was entered or confirmed (UTC), and by whom; null for those who see no private part.</summary>
        public OriginWords? From { get; init; }
    }

    public override Access Access => Access.Needs(OrganisationsCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var firm = await Db.Set<Organisation>().AsNoTracking().Include(o => o.Products).FirstOrDefaultAsync(o => o.Id == input.Id, cancellation);
        if (firm is null) return null;
        var sees = Actor.SeesPrivate(firm.Id);
        var shown = firm.Products.Where(p => sees || p.Role != ProductRole.Buys).OrderBy(p => p.Role).ThenBy(p => p.Position).ToList();
        var names = await people.KnownAsync([.. shown.Select(p => p.EnteredBy).OfType<Guid>().Distinct()], cancellation);
        return new(firm.Id, firm.Version, firm.Name, sees, Actor.MayKeep(firm) || Actor.MayKeepProducts(firm), [.. shown.Select(p => new Line
        {
            Id = p.Id,
            Role = p.Role,
            Name = p.Name,
            Quantity = p.Quantity,
            Unit = p.Unit,
            Sold = sees ? p.Sold : null,
            PriceLow = sees ? p.PriceLow : null,
            PriceHigh = sees ? p.PriceHigh : null,
            Origin = sees ? p.BoughtFrom : null,
            Place = sees ? p.Place : null,
            LeadDays = sees ? p.LeadDays : null,
            Freight = sees ? p.Freight : null,
            Code = p.Code,
            Composition = p.Composition,
            IsGoods = p.IsGoods,
            Income = sees ? p.Income : null,
            From = sees ? OriginWords.Of(p.Origin, firm, names) : null,
        })]);
    }
}

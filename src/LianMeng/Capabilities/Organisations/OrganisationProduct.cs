using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>A product a firm makes, buys or has as by-product, in the firm's own words, with what is known of it.</summary>
public sealed class OrganisationProduct : OrganisationLine
{
    public const int NameLimit = 100;

    private OrganisationProduct() { }

    internal OrganisationProduct(ProductRole role, string name, int position, Origin origin)
    {
        Role = role;
        Name = name;
        Position = position;
        From(origin);
    }

    public ProductRole Role { get; private set; }
    public string Name { get; private set; } = "";

    /// <inheritdoc cref="ProductDetails.Quantity"/>
    public decimal? Quantity { get; private set; }
    public string? Unit { get; private set; }

    /// <inheritdoc cref="ProductDetails.Sold"/>
    public decimal? Sold { get; private set; }

    /// <inheritdoc cref="ProductDetails.PriceLow"/>
    public decimal? PriceLow { get; private set; }
    public decimal? PriceHigh { get; private set; }

    /// <inheritdoc cref="ProductDetails.Origin"/>
    public ProductOrigin? BoughtFrom { get; private set; }
    public string? Place { get; private set; }
    public int? LeadDays { get; private set; }
    public decimal? Freight { get; private set; }
    public string? Code { get; private set; }
    public string? Composition { get; private set; }

    /// <inheritdoc cref="ProductDetails.IsGoods"/>
    public bool? IsGoods { get; private set; }
    public decimal? Income { get; private set; }

    /// <summary>What a statement would change. Prices, income, what is sold and what is bought are the firm's own business: the ledger learns only that they changed.</summary>
    internal IReadOnlyList<FieldChange> Compare(ProductDetails details)
    {
        var changes = new List<FieldChange>();
        void Add(string field, object? before, object? after, bool isPrivate)
        {
            if (Equals(before, after)) return;
            changes.Add(isPrivate ? new(field, null, null) : new(field, Words(before), Words(after)));
        }

        var bought = Role == ProductRole.Buys;
        Add("产品", Name, details.Name, false);
        Add(Role.QuantityTitle(), Quantity, details.Quantity, bought);
        Add("计量单位", Unit, details.Unit, bought);
        Add("年销量已签", Sold, details.Sold, true);
        Add("最低价", PriceLow, details.PriceLow, true);
        Add("最高价", PriceHigh, details.PriceHigh, true);
        Add("来源", BoughtFrom, details.Origin, true);
        Add("来源地", Place, details.Place, true);
        Add("到货天数", LeadDays, details.LeadDays, true);
        Add("运费", Freight, details.Freight, true);
        Add("代码", Code, details.Code, false);
        Add("成分", Composition, details.Composition, false);
        Add("作为产品出售", IsGoods, details.IsGoods, false);
        Add("年收入", Income, details.Income, true);
        return changes;
    }

    internal ProductDetails ToDetails() => new()
    {
        Name = Name, Quantity = Quantity, Unit = Unit, PriceLow = PriceLow, PriceHigh = PriceHigh, Origin = BoughtFrom, Place = Place, LeadDays = LeadDays, Freight = Freight, Code = Code,
        Composition = Composition, Income = Income, Sold = Sold, IsGoods = IsGoods,
    };

    internal void Apply(ProductDetails details, Origin origin)
    {
        (Name, Quantity, Unit, PriceLow, PriceHigh) = (details.Name, details.Quantity, details.Unit, details.PriceLow, details.PriceHigh);
        (BoughtFrom, Place, LeadDays, Freight) = (details.Origin, details.Place, details.LeadDays, details.Freight);
        (Code, Composition, Income) = (details.Code, details.Composition, details.Income);
        (Sold, IsGoods) = (details.Sold, details.IsGoods);
        From(origin);
    }

    private static string? Words(object? value) => value switch
    {
        null => null,
        decimal number => number.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture),
        bool yes => yes ? "是" : "否",
        Enum choice => ListExport.Words(choice),
        _ => value.ToString(),
    };
}

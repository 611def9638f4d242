using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.Organisations;

/// <summary>One product as a form, an API call or a row of a file states it, and its check for its role.</summary>
public partial class ProductForm
{
    public const int UnitLimit = 20, PlaceLimit = 60, CodeLimit = 20, CompositionLimit = 200;

    [Display(Name = "产品"), Required, StringLength(OrganisationProduct.NameLimit)]
    public string? Name { get; set; }

    /// <summary>A year: capacity, purchases, accrual.</summary>
    [Display(Name = "年数量"), Range(typeof(decimal), "0", "1000000000000", ParseLimitsInInvariantCulture = true)]
    public decimal? Quantity { get; set; }

    [Display(Name = "计量单位"), StringLength(UnitLimit)]
    public string? Unit { get; set; }

    /// <inheritdoc cref="ProductDetails.Sold"/>
    [Display(Name = "年销量已签"), Range(typeof(decimal), "0", "1000000000000", ParseLimitsInInvariantCulture = true)]
    public decimal? Sold { get; set; }

    /// <summary>元 per unit.</summary>
    [Display(Name = "最低价(元)"), Range(typeof(decimal), "0", "1000000000000", ParseLimitsInInvariantCulture = true)]
    public decimal? PriceLow { get; set; }

    [Display(Name = "最高价(元)"), Range(typeof(decimal), "0", "1000000000000", ParseLimitsInInvariantCulture = true)]
    public decimal? PriceHigh { get; set; }

    [Display(Name = "现在从哪里采购")]
    public ProductOrigin? Origin { get; set; }

    [Display(Name = "来源地"), StringLength(PlaceLimit)]
    public string? Place { get; set; }

    [Display(Name = "到货天数"), Range(0, 1000)]
    public int? LeadDays { get; set; }

    /// <summary>元 per unit.</summary>
    [Display(Name = "运费(元/单位)"), Range(typeof(decimal), "0", "1000000000", ParseLimitsInInvariantCulture = true)]
    public decimal? Freight { get; set; }

    [Display(Name = "危废或产品代码"), StringLength(CodeLimit)]
    public string? Code { get; set; }

    [Display(Name = "成分"), StringLength(CompositionLimit)]
    public string? Composition { get; set; }

    /// <inheritdoc cref="ProductDetails.IsGoods"/>
    [Display(Name = "作为产品出售")]
    public bool? IsGoods { get; set; }

    /// <summary>万元 a year.</summary>
    [Display(Name = "年收入(万元)"), Range(typeof(decimal), "0", "1000000000", ParseLimitsInInvariantCulture = true)]
    public decimal? Income { get; set; }

    /// <summary>The details, or what is wrong with which field.</summary>
    internal (ProductDetails? Details, Dictionary<string, string[]> Errors) Check(ProductRole role)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var name = ImportText.Clean(Name ?? "");
        if (name.Length == 0) errors["name"] = ["请填写产品名称。"];
        if (Quantity is not null && Unit is null) errors["unit"] = ["填了数量就要填计量单位，例如 吨、件。"];
        if (Sold is not null && Unit is null) errors["unit"] = ["填了已签销量就要填计量单位，例如 吨、件。"];
        if (Unit is null && (PriceLow ?? PriceHigh ?? Freight) is not null) errors["unit"] = ["填了价格或运费就要填计量单位，例如 吨、件。"];
        if (PriceLow is { } low && PriceHigh is { } high && low > high) errors["priceHigh"] = ["最高价不能低于最低价。"];
        if (role != ProductRole.Buys) Without("采购产品", ("origin", Origin), ("place", Place), ("leadDays", LeadDays), ("freight", Freight));
        if (role != ProductRole.ByProduct) Without("副产品", ("composition", Composition), ("income", Income), ("isGoods", IsGoods));
        if (role != ProductRole.Makes) Without("主营产品", ("sold", Sold));
        if (role == ProductRole.Buys) Without("主营产品和副产品", ("code", Code));
        var code = CodeOf(Code, problem => errors["code"] = [problem]);
        if (errors.Count > 0) return (null, errors);
        return (new ProductDetails
        {
            Name = name, Quantity = Quantity, Unit = Unit?.Trim(), PriceLow = PriceLow ?? (role == ProductRole.Buys ? PriceHigh : null), PriceHigh = PriceHigh ?? (role == ProductRole.Buys ? PriceLow : null),
            Origin = Origin, Place = Place, LeadDays = LeadDays, Freight = Freight, Code = code, Composition = Composition, Income = Income,
            Sold = Sold, IsGoods = IsGoods,
        }, errors);

        void Without(string roles, params (string Field, object? Value)[] given)
        {
            foreach (var (field, value) in given)
                if (value is not null) errors[field] = [$"只有{roles}才填这一项，请清空。"];
        }
    }

    /// <summary>The class at the end of a waste's eight digits is the one before it: HW48 321-024-48 (国家危险废物名录).</summary>
    private static string? CodeOf(string? text, Action<string> reject)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var code = ImportText.ToHalfWidth(text).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (WasteCode().Match(code) is { Success: true } waste)
        {
            var last = waste.Groups["last"].Value;
            if (waste.Groups["class"] is { Success: true } stated && stated.Value != last) reject($"危险废物类别 HW{stated.Value} 与代码末两位 {last} 不一致，请核对《国家危险废物名录》。");
            return $"HW{last} {waste.Groups["digits"].Value}-{last}";
        }

        if (code.StartsWith("HW", StringComparison.Ordinal)) reject("危险废物代码应为 8 位，例如 HW48 321-024-48。");
        else if (!ProductCode().IsMatch(code)) reject("代码应为危险废物代码（HW48 321-024-48）或 4–14 位的产品代码。");
        return code;
    }

    [GeneratedRegex(@"^(HW(?<class>\d{2}))?[-:/]?(?<digits>\d{3}-\d{3})-(?<last>\d{2})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WasteCode();

    [GeneratedRegex(@"^[0-9A-Z.\-]{4,14}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ProductCode();
}

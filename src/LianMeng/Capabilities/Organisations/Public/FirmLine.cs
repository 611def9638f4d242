namespace LianMeng.Capabilities.Organisations.Public;

/// <summary>A line of an enterprise's register, everything private included; what is null was not declared. See <see cref="FirmLines"/> for what it may be used for.</summary>
/// <param name="Id">Of the line.</param>
/// <param name="OrganisationId">Whose it is.</param>
/// <param name="Role">Made, bought or by-product.</param>
/// <param name="Name">The product in the firm's own words.</param>
/// <param name="Quantity">A year, in <paramref name="Unit"/>: capacity, purchases or accrual.</param>
/// <param name="Unit">As the firm wrote it (吨, 公斤, 万件): not converted.</param>
/// <param name="PriceLow">元 a unit; of a purchase both ends are its price.</param>
/// <param name="PriceHigh">元 a unit.</param>
/// <param name="IsOutside">Of a purchase: whether it comes from outside the district; null when not stated.</param>
/// <param name="Place">Of a purchase: where from, in the firm's own words.</param>
/// <param name="LeadDays">Of a purchase: days from order to delivery.</param>
/// <param name="Freight">Of a purchase: 元 a unit.</param>
/// <param name="Sold">Of what is made: units a year under contract already; may exceed the capacity.</param>
/// <param name="Code">Of a by-product the waste code as <c>WasteCode</c> reads it (321-024-48, without HW48), or a product's code.</param>
/// <param name="Composition">Of a by-product: its components, as written.</param>
/// <param name="IsGoods">Of a by-product: sold as goods and no solid waste.</param>
/// <param name="Income">Of a by-product: 万元 a year that it brings today.</param>
/// <param name="AsOf">UTC: when it was stated, or last confirmed by the firm or after asking it.</param>
public sealed record FirmLine(
    Guid Id, Guid OrganisationId, FirmLineRole Role, string Name, decimal? Quantity, string? Unit, decimal? PriceLow, decimal? PriceHigh, bool? IsOutside, string? Place, int? LeadDays, decimal? Freight, decimal? Sold,
    string? Code, string? Composition, bool? IsGoods, decimal? Income, DateTime AsOf);

namespace LianMeng.Capabilities.Inquiries;

/// <summary>What a maker says of one line: a price, or why it offers none.</summary>
/// <param name="Price">元 a unit of the line, tax included</param>
/// <param name="Quantity">how much of it, in the line's unit</param>
/// <param name="LeadDays">days from the order</param>
/// <param name="ValidUntil">the price holds until this day</param>
/// <param name="Declined">why it offers none; then there is no price</param>
public sealed record LineOffer(decimal? Price, decimal? Quantity, int? LeadDays, DateOnly? ValidUntil, string? Remark, string? Declined);

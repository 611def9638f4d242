namespace LianMeng.Capabilities.Deals.Substitutions;

/// <summary>What the buyer states; what is null it does not know.</summary>
/// <param name="Product">in its own words</param>
/// <param name="FromPlace">where it came from before</param>
/// <param name="MovedOn">since when it comes from the local maker</param>
/// <param name="Quantity">a year, in <paramref name="Unit"/></param>
/// <param name="Unit">stated with every quantity</param>
/// <param name="PriceSaving">元 a year by the price; negative where it costs more</param>
/// <param name="FreightSaving">元 a year by the freight</param>
/// <param name="LeadDaysSaved">days from order to delivery</param>
/// <param name="Note">for the two firms and their officers</param>
public sealed record SubstitutionDetails(string Product, string? FromPlace, DateOnly MovedOn, decimal? Quantity, string? Unit, decimal? PriceSaving, decimal? FreightSaving, int? LeadDaysSaved, string? Note);

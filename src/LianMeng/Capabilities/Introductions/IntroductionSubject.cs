namespace LianMeng.Capabilities.Introductions;

/// <summary>The listing that an introduction is about, as it stood at that moment.</summary>
/// <param name="Version">of the listing: another one means that it was changed since</param>
public sealed record IntroductionSubject(Guid ListingId, Guid Version, string Title, decimal? Quantity, string? Unit);

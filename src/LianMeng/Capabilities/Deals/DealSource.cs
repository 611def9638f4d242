namespace LianMeng.Capabilities.Deals;

/// <summary>Where a deal comes from; all null when the firms found each other.</summary>
public sealed record DealSource(Guid? IntroductionId, Guid? ListingId, Guid? AllianceId);

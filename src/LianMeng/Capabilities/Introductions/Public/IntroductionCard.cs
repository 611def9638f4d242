namespace LianMeng.Capabilities.Introductions.Public;

/// <summary>An introduction as other capabilities may know it: no contact, no price.</summary>
/// <param name="Product">in the words it began with</param>
/// <param name="ListingId">the need or offer it comes from</param>
/// <param name="AreContactsShown">both consented and neither took it back</param>
public sealed record IntroductionCard(Guid Id, Guid DistrictId, Guid SellerId, Guid BuyerId, string Product, Guid? ListingId, bool AreContactsShown, IntroductionStage Stage);

using LianMeng.Capabilities.Organisations.Public;

namespace LianMeng.Capabilities.Introductions;

/// <summary>The two firms of a new introduction.</summary>
/// <param name="Offers">the side that offers itself; null when an officer brings the two together</param>
public sealed record IntroductionPair(FirmDirectory.Row Seller, FirmDirectory.Row Buyer, IntroductionSide? Offers);

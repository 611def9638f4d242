using LianMeng.Capabilities.Alliances.Public;

namespace LianMeng.Capabilities.Alliances;

/// <summary>What a form says of an alliance, checked.</summary>
public sealed record AllianceDetails(AllianceKind Kind, string Name, IReadOnlyList<string> ChainKeys, string? RegionCode, string? Aim);

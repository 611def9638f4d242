namespace LianMeng.Capabilities.Organisations;

/// <summary>What somebody states of one site; what is null is not known.</summary>
/// <param name="Name">what the firm calls it: 一厂, 蒲吕厂区</param>
/// <param name="RegionCode">GB/T 2260, six digits</param>
/// <param name="Capacity">in the firm's words: 年产压铸件 2 万吨</param>
public sealed record SiteDetails(string Name, SiteKind Kind, string? Address = null, string? RegionCode = null, string? Capacity = null);

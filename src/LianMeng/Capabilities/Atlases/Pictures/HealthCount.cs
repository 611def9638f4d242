using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <param name="Word">断, 弱, 稳, 强 or 未知.</param>
/// <param name="Products">How many are so.</param>
public sealed record HealthCount(Health Health, string Word, int Products);

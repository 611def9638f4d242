using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Chains.Public;

/// <summary>What a later stage gives back to an earlier one (废铝 → 再生铝 → 铝合金锭): the products, and the stages by their place on the lanes, from 0.</summary>
public sealed record ReturnFlow(int FromStage, int ToStage, IReadOnlyList<Product> Products);
